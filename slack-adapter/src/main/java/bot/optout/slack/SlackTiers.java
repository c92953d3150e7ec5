package bot.optout.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps to Slack's rate limits before they are hit: so many calls of a method a minute in each
 * workspace, half of them at once. Once Slack says wait, nobody asks until then. It never waits
 * itself: whoever is early is told for how long. Posting messages is limited by channel instead.
 */
final class SlackTiers {
  private static final int REMEMBERED = 10_000;
  private static final String POST = "chat.postMessage";

  private static final int TIER_3 = 50;
  private static final int TIER_4 = 100;

  /** Calls a minute, by Slack's tiers, of the methods we use. */
  private static final Map<String, Integer> PER_MINUTE =
      Map.ofEntries(
          Map.entry("chat.postEphemeral", TIER_4),
          Map.entry("chat.update", TIER_3),
          Map.entry("chat.delete", TIER_3),
          Map.entry("conversations.open", TIER_3),
          Map.entry("files.getUploadURLExternal", TIER_4),
          Map.entry("files.completeUploadExternal", TIER_4),
          Map.entry("files.delete", TIER_3),
          Map.entry("users.info", TIER_4),
          Map.entry("views.open", TIER_4),
          Map.entry("views.update", TIER_4),
          Map.entry("views.publish", TIER_4),
          Map.entry("agents.sessions.setStatus", TIER_3),
          Map.entry("assistant.threads.setSuggestedPrompts", TIER_3));

  private final Clock clock;
  private final SendPace tier3;
  private final SendPace tier4;
  private final Recent<String, Instant> closed = new Recent<>(REMEMBERED);

  SlackTiers(Clock clock) {
    this.clock = clock;
    this.tier3 = pace(clock, TIER_3);
    this.tier4 = pace(clock, TIER_4);
  }

  private static SendPace pace(Clock clock, int perMinute) {
    return new SendPace(clock, Duration.ofMinutes(1).dividedBy(perMinute), perMinute / 2);
  }

  /** How long to wait before this call; empty, and it is counted. */
  Optional<Duration> early(String team, SlackCall call) {
    Instant now = clock.instant();
    Optional<Duration> asked =
        closed
            .get(key(team, call))
            .filter(now::isBefore)
            .map(until -> Duration.between(now, until));
    if (asked.isPresent()) {
      return asked;
    }
    return Optional.ofNullable(PER_MINUTE.get(call.target()))
        .map(perMinute -> (perMinute == TIER_3 ? tier3 : tier4).next(key(team, call)))
        .filter(wait -> !wait.isZero());
  }

  /** Slack says to wait. */
  void close(String team, SlackCall call, Duration pause) {
    closed.put(key(team, call), clock.instant().plus(pause));
  }

  private static String key(String team, SlackCall call) {
    String place =
        call.target().equals(POST) ? SlackJson.text(call.args(), "channel").orElse("") : "";
    return team + "/" + (call.isAddress() ? call.target() : call.target() + "/" + place);
  }
}
