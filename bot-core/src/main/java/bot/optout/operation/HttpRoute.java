package bot.optout.operation;

/**
 * What the {@link HttpDoor} leads to.
 *
 * @param path the whole of it, such as {@code /telegram/webhook}
 */
public record HttpRoute(String method, String path, Handler handler) {
  /** Answers a call. Many threads call it; it may wait, for example for the disk. */
  @FunctionalInterface
  public interface Handler {
    /** Whatever it throws is answered with 500 and nothing else. */
    HttpAnswer answer(HttpCall call) throws Exception;
  }

  /** A route for {@code POST}. */
  public static HttpRoute post(String path, Handler handler) {
    return new HttpRoute("POST", path, handler);
  }
}
