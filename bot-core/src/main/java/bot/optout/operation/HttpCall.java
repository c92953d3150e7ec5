package bot.optout.operation;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request that came through the {@link HttpDoor}, complete. {@code toString} hides it. */
public final class HttpCall {
  private final String query;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final byte[] body;

  /**
   * @param query as sent, without the question mark; empty if there is none
   */
  public HttpCall(String query, Map<String, String> headers, byte[] body) {
    this.query = query;
    this.headers.putAll(headers);
    this.body = body.clone();
  }

  public String query() {
    return query;
  }

  /**
   * The value of a header; its name in any case. One that was sent several times is a list, so that
   * a second secret or signature next to the right one spoils it.
   */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The bytes as they came: what a signature is computed over. */
  public byte[] body() {
    return body.clone();
  }

  /** The body, read as UTF-8 whatever it says of itself. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "HttpCall[" + body.length + " bytes]";
  }
}
