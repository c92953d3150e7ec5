package bot.optout.cases;

import bot.optout.letter.LetterKind;
import bot.optout.letter.ReplyKind;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One line of a case's story.
 *
 * @param letter for what was written or sent
 * @param reply for what came back
 */
public record CaseEntry(
    LocalDate day, What what, Optional<LetterKind> letter, Optional<ReplyKind> reply) {
  /** The names are a stored format. */
  public enum What {
    WRITTEN,
    SENT,
    ANSWERED,
    EXTENDED,
    CLOSED,
    REOPENED
  }

  static CaseEntry of(LocalDate day, What what) {
    return new CaseEntry(day, what, Optional.empty(), Optional.empty());
  }

  static CaseEntry of(LocalDate day, What what, LetterKind letter) {
    return new CaseEntry(day, what, Optional.of(letter), Optional.empty());
  }

  static CaseEntry of(LocalDate day, ReplyKind reply) {
    return new CaseEntry(day, What.ANSWERED, Optional.empty(), Optional.of(reply));
  }
}
