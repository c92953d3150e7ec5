package bot.optout.delivery;

import org.slf4j.MDC;

/** Says in every line that is logged meanwhile what it belongs to; ids are numbers of our own. */
final class LogContext {
  private LogContext() {}

  static void turn(long id, Runnable work) {
    during("turn", id, work);
  }

  static void delivery(long id, Runnable work) {
    during("delivery", id, work);
  }

  private static void during(String name, long id, Runnable work) {
    MDC.put(name, Long.toString(id));
    try {
      work.run();
    } finally {
      MDC.remove(name);
    }
  }
}
