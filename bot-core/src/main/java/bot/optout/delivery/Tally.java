package bot.optout.delivery;

import java.time.Duration;

/** Counts what happens, without saying to whom. Called by many threads. */
public interface Tally {
  /** Counts nothing. */
  Tally NONE = new Tally() {};

  /** An event was accepted for the first time. */
  default void accepted() {}

  /**
   * An event, new or not, is durable, so its platform may be told.
   *
   * @param time since it came to the bot's door
   */
  default void acknowledged(Duration time) {}

  /** The platform asked for a pause (429). */
  default void limited() {}

  /** An event arrived again. */
  default void duplicate() {}

  /**
   * A turn was decided.
   *
   * @param kind what kind of turn, such as {@code answer} or {@code pressed}; all are in {@code
   *     TurnKind}
   */
  default void decided(String kind) {}

  /** A turn came to its end. */
  default void turn() {}

  /** A turn threw something. */
  default void turnFailed() {}

  /** A turn failed every time and was given up. */
  default void setAside() {}

  default void delivered() {}

  /** A message was not sent and will be tried again. */
  default void retried() {}

  /** Nobody knows whether a message arrived. */
  default void ambiguous() {}

  /** A message will never be sent. */
  default void dropped() {}

  /** A chat is closed to us. */
  default void gone() {}
}
