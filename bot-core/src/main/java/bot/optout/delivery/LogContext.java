package bot.optout.delivery;

import org.slf4j.MDC;

/** Says in every line that is logged meanwhile what it belongs to; ids are numbers of our own. */
final class LogContext implements AutoCloseable {
  private static final String TURN = "turn";
  private static final String DELIVERY = "delivery";

  private final String name;

  private LogContext(String name, long id) {
    this.name = name;
    MDC.put(name, Long.toString(id));
  }

  static LogContext turn(long id) {
    return new LogContext(TURN, id);
  }

  static LogContext delivery(long id) {
    return new LogContext(DELIVERY, id);
  }

  @Override
  public void close() {
    MDC.remove(name);
  }
}
