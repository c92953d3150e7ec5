package bot.optout.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Thousands of faults would fill the log of the build with what is expected of them. */
final class Quiet {
  private static final List<String> LOUD =
      List.of("bot.optout.delivery", "bot.optout.store", "com.zaxxer.hikari");

  private Quiet() {}

  static void begin() {
    LOUD.forEach(name -> logger(name).setLevel(Level.OFF));
  }

  static void end() {
    LOUD.forEach(name -> logger(name).setLevel(name.startsWith("bot.") ? null : Level.WARN));
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }
}
