package bot.optout.cases;

import bot.optout.letter.LetterKind;
import bot.optout.letter.ReplyKind;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What to do next about a case.
 *
 * @param letter the text for it, where there is one to write
 */
public record NextStep(What what, Optional<LetterKind> letter) {
  /** The kinds of steps. */
  public enum What {
    /** Send the letter that is ready, and say so. */
    SEND,
    WAIT,
    /** Write the next letter. */
    WRITE,
    COMPLAIN,
    /** Keep the confirmation and end the case. */
    KEEP_PROOF,
    WAIT_FOR_THE_AUTHORITY,
    NOTHING
  }

  /** A letter that waits to be sent comes before everything else. */
  public static NextStep of(Case one, LocalDate today) {
    if (one.pending().isPresent()) {
      return new NextStep(What.SEND, one.pending().map(Pending::letter));
    }
    return switch (one.status(today)) {
      case DRAFTED -> new NextStep(What.SEND, Optional.of(one.asks()));
      case SENT, ACKNOWLEDGED -> plain(What.WAIT);
      case OVERDUE -> afterSilence(one);
      case CONFIRMED -> plain(What.KEEP_PROOF);
      case PARTLY ->
          write(one.confirmed().isEmpty() ? LetterKind.ANSWER_REFUSAL : LetterKind.FOLLOW_UP);
      case REFUSED ->
          hasAnswered(one, LetterKind.ANSWER_REFUSAL)
              ? plain(What.COMPLAIN)
              : write(LetterKind.ANSWER_REFUSAL);
      case NEEDS_INFORMATION -> one.reply().map(NextStep::answerTo).orElse(plain(What.WAIT));
      case COMPLAINED -> plain(What.WAIT_FOR_THE_AUTHORITY);
      case CLOSED -> plain(What.NOTHING);
    };
  }

  private static NextStep afterSilence(Case one) {
    return switch (one.last().orElse(one.asks())) {
      case FOLLOW_UP -> write(LetterKind.SECOND_REMINDER);
      case SECOND_REMINDER -> write(LetterKind.LAST_REMINDER);
      case LAST_REMINDER, ANSWER_REFUSAL, COMPANY_COMPLAINT -> plain(What.COMPLAIN);
      default -> write(LetterKind.FOLLOW_UP);
    };
  }

  /** What to write back, where something can be. */
  public static NextStep answerTo(ReplyKind reply) {
    return switch (reply) {
      case REFUSED -> write(LetterKind.ANSWER_REFUSAL);
      case ID_DEMANDED -> write(LetterKind.ANSWER_ID_DEMAND);
      case NO_DATA_FOUND -> write(LetterKind.ANSWER_NO_DATA);
      case ASKS_FOR_MORE -> write(LetterKind.ANSWER_MORE_REASONS);
      case PARTLY_GRANTED -> write(LetterKind.ANSWER_REFUSAL);
      default -> plain(What.WAIT);
    };
  }

  private static boolean hasAnswered(Case one, LetterKind letter) {
    return one.timeline().stream()
        .anyMatch(
            entry ->
                entry.what() == CaseEntry.What.SENT
                    && entry.letter().filter(letter::equals).isPresent());
  }

  private static NextStep plain(What what) {
    return new NextStep(what, Optional.empty());
  }

  private static NextStep write(LetterKind letter) {
    return new NextStep(What.WRITE, Optional.of(letter));
  }
}
