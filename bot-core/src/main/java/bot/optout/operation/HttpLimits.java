package bot.optout.operation;

import java.time.Duration;

/**
 * How much a stranger can ask of the {@link HttpDoor}.
 *
 * @param bodyBytes of one request; more is answered with 413
 * @param patience from the head of a request to its last byte, else 408; a connection ends on which
 *     nothing happens for twice as long, or no head gets to its end
 * @param connections open at the same time; further ones wait to be accepted
 * @param atOnce requests that are answered at the same time
 * @param waiting complete requests that may wait for their turn; further ones get 503
 * @param farewell how long requests under way may take when the door closes
 */
public record HttpLimits(
    int bodyBytes, Duration patience, int connections, int atOnce, int waiting, Duration farewell) {
  /** One MiB, ten seconds, a thousand connections. */
  public static final HttpLimits USUAL =
      new HttpLimits(1 << 20, Duration.ofSeconds(10), 1_000, 16, 512, Duration.ofSeconds(5));
}
