package bot.optout.delivery;

import bot.optout.store.StoreException;
import java.util.stream.Stream;

/** What a log may say about an exception: its kind and where in our code, never its message. */
public final class Failure {
  private Failure() {}

  public static String of(Throwable trouble) {
    // Written by us, without any data.
    return trouble instanceof StoreException lost
        ? String.valueOf(lost.getMessage())
        : place(trouble);
  }

  private static String place(Throwable trouble) {
    return Stream.of(trouble.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("bot.optout"))
        .findFirst()
        .map(frame -> trouble.getClass().getName() + " at " + frame)
        .orElseGet(() -> trouble.getClass().getName());
  }
}
