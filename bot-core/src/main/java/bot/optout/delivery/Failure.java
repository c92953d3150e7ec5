package bot.optout.delivery;

import java.util.stream.Stream;

/** What a log may say about an exception: its kind and where in our code, never its message. */
final class Failure {
  private Failure() {}

  static String of(Throwable trouble) {
    return Stream.of(trouble.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("bot.optout"))
        .findFirst()
        .map(frame -> trouble.getClass().getName() + " at " + frame)
        .orElseGet(() -> trouble.getClass().getName());
  }
}
