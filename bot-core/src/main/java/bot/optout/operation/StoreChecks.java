package bot.optout.operation;

import bot.optout.store.Inbox;
import bot.optout.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What every program checks of its store: whether it works, and whether the bot keeps up. */
public final class StoreChecks {
  /** Longer than a turn that is tried a few times, and than the takeover from a dead process. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private StoreChecks() {}

  /** {@code database}, and {@code backlog}: nobody has waited for a turn for two minutes. */
  public static List<Check> of(Store store, String platform, Clock clock) {
    Inbox inbox = store.inbox();
    return List.of(
        new Check("database", store::healthy),
        new Check(
            "backlog",
            () -> waiting(inbox, platform, clock).compareTo(LONGEST_WAIT) < 0,
            () ->
                inbox.waiting(platform)
                    + " conversations wait, the first for "
                    + waiting(inbox, platform, clock).toSeconds()
                    + " s"));
  }

  static Duration waiting(Inbox inbox, String platform, Clock clock) {
    return inbox
        .nextDue(platform)
        .map(due -> Duration.between(due, clock.instant()))
        .filter(wait -> !wait.isNegative())
        .orElse(Duration.ZERO);
  }
}
