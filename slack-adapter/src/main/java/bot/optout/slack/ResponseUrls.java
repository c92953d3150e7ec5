package bot.optout.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts the uses of response addresses: Slack takes five within 30 minutes. Only a saving of
 * requests, since Slack itself says when one is used up.
 */
final class ResponseUrls {
  private static final int USES = 5;
  private static final Duration AGE = Duration.ofMinutes(30);
  private static final int REMEMBERED = 5_000;

  private final Clock clock;
  private final Recent<String, Uses> uses = new Recent<>(REMEMBERED);

  private record Uses(int count, Instant first) {}

  ResponseUrls(Clock clock) {
    this.clock = clock;
  }

  boolean usable(String url) {
    return uses.get(url)
        .map(u -> u.count() < USES && clock.instant().isBefore(u.first().plus(AGE)))
        .orElse(true);
  }

  void used(String url) {
    Uses before = uses.get(url).orElseGet(() -> new Uses(0, clock.instant()));
    uses.put(url, new Uses(before.count() + 1, before.first()));
  }

  void spent(String url) {
    uses.put(url, new Uses(USES, clock.instant()));
  }
}
