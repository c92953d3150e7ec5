package bot.optout.letter;

import java.util.Locale;

/** What a letter is for. */
public enum LetterKind {
  OBJECTION,
  /** What an objection becomes where no law obliges the company; it says so. */
  COURTESY,
  ACCESS,
  /** Beside an objection. */
  ERASURE,
  /** After silence. */
  FOLLOW_UP,
  SECOND_REMINDER,
  LAST_REMINDER,
  ANSWER_REFUSAL,
  /** The company wants a copy of an identity document. */
  ANSWER_ID_DEMAND,
  /** "We could not find your data", "prove it". */
  ANSWER_NO_DATA,
  ANSWER_MORE_REASONS,
  /** To the company first, where the law knows such a complaint. */
  COMPANY_COMPLAINT,
  /** To the authority. */
  COMPLAINT,
  WITHDRAWAL;

  /** As the content files write it, for example {@code follow-up}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it asks for something for the first time. */
  public boolean opens() {
    return switch (this) {
      case OBJECTION, COURTESY, ACCESS, ERASURE -> true;
      default -> false;
    };
  }
}
