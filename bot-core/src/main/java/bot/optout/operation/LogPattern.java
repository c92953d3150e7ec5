package bot.optout.operation;

import ch.qos.logback.core.PropertyDefinerBase;

/** Chooses how log lines look by {@code OPTOUT_LOG_FORMAT}; {@link CoreConfig} refuses others. */
public final class LogPattern extends PropertyDefinerBase {
  static final String JSON = "json";

  private static final String TEXT_LINE =
      "%redact(%d{yyyy-MM-dd'T'HH:mm:ss.SSSX,UTC} %-5level [%thread] %logger{20} %msg%n%trace)";
  private static final String JSON_LINE = "%redact(%json)";

  private String format = "";

  /** Called by logback, with what {@code logback.xml} says. */
  public void setFormat(String format) {
    this.format = format;
  }

  @Override
  public String getPropertyValue() {
    return format.strip().equals(JSON) ? JSON_LINE : TEXT_LINE;
  }
}
