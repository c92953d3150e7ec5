package bot.optout.operation;

import java.util.Map;

/** What the {@link HttpDoor} answers. */
public record HttpAnswer(int status, Map<String, String> headers, String body) {
  private static final String PLAIN = "text/plain; charset=utf-8";

  public HttpAnswer {
    headers = Map.copyOf(headers);
  }

  /** Nothing but the status. */
  public static HttpAnswer of(int status) {
    return new HttpAnswer(status, Map.of(), "");
  }

  /** A status and a text, in UTF-8. */
  public static HttpAnswer plain(int status, String text) {
    return new HttpAnswer(status, Map.of("Content-Type", PLAIN), text);
  }

  @Override
  public String toString() {
    return "HttpAnswer[" + status + "]";
  }
}
