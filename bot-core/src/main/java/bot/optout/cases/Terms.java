package bot.optout.cases;

import bot.optout.letter.Deadline;
import bot.optout.letter.LetterKind;
import java.time.LocalDate;
import java.util.Optional;

/** By which day an answer to a letter is expected. */
final class Terms {
  private Terms() {}

  /**
   * Counted from a day.
   *
   * @param rule empty: no answer is to be waited for
   */
  static Optional<Due> due(LetterKind letter, LocalDate day, Optional<Deadline.Rule> rule) {
    return rule.map(known -> new Due(Deadline.of(day, known).due(), basis(letter, known)));
  }

  private static Due.Basis basis(LetterKind letter, Deadline.Rule rule) {
    return switch (letter) {
      case FOLLOW_UP, SECOND_REMINDER, LAST_REMINDER -> Due.Basis.LETTER;
      // The law's term is for confirming that it arrived; for the answer it names no day.
      case COMPANY_COMPLAINT -> Due.Basis.SUGGESTED;
      default -> rule.legal() ? Due.Basis.LAW : Due.Basis.SUGGESTED;
    };
  }

  /** The longest term the law allows; empty if it allows no extension. */
  static Optional<Due> extended(LocalDate received, Deadline.Rule rule) {
    return rule.legal() && rule.extension().isPresent()
        ? Optional.of(new Due(Deadline.of(received, rule).extend().due(), Due.Basis.LAW_EXTENDED))
        : Optional.empty();
  }

  /** The day the company names, if it lies within what the law allows. */
  static Due atMost(Due longest, Optional<LocalDate> named, LocalDate today) {
    return named
        .filter(day -> day.isAfter(today) && day.isBefore(longest.day()))
        .map(day -> new Due(day, Due.Basis.LAW_EXTENDED))
        .orElse(longest);
  }
}
