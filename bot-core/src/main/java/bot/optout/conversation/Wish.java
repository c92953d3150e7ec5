package bot.optout.conversation;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Something a person may want at any time, however it is worded. The wordings are content. */
public enum Wish {
  CANCEL,
  BACK,
  START_OVER,
  REPEAT,
  HELP,
  DRAFT,
  PRIVACY,
  MY_DATA,
  FORGET,
  LANGUAGE,
  /** "my cases". */
  CASES,
  /** "I sent it". */
  SENT,
  /** "they answered". */
  ANSWERED,
  /** "write the reminder". */
  FOLLOW_UP,
  COMPLAIN,
  /** "what do they have on me". */
  ACCESS,
  ERASURE,
  /** "take it back". */
  WITHDRAW,
  /** "delete", without saying what. */
  DELETE,
  YES,
  NO,
  /** "skip", "leave it as a placeholder". */
  SKIP,
  GREETING,
  THANKS,
  /** Anger at the bot or at the company; answered calmly. */
  INSULT;

  /** As the content names it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The wish that an intent of the content stands for. */
  public static Optional<Wish> of(String id) {
    return Stream.of(values()).filter(wish -> wish.id().equals(id)).findFirst();
  }
}
