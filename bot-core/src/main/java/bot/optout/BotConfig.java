package bot.optout;

import bot.optout.operation.CoreConfig;
import bot.optout.store.StoreConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a bot is set.
 *
 * @param platform whose events and messages this process handles
 * @param operator name and contact of whoever runs the bot; empty if not stated
 * @param draftDays how many days an unfinished draft is kept
 * @param caseDays how many days a case is kept after its end
 * @param messagesPerMinute how many a person may send
 * @param turns decided at once
 * @param deliveries under way at once
 */
public record BotConfig(
    String platform,
    String operator,
    int draftDays,
    int caseDays,
    int messagesPerMinute,
    int turns,
    int deliveries) {
  private static final int DELIVERIES = 16;

  /** As the variables say, for a platform's process. */
  public static BotConfig of(String platform, CoreConfig config) {
    return new BotConfig(
        platform,
        Stream.of(config.operatorName(), config.operatorContact())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", ")),
        (int) config.draftRetention().toDays(),
        (int) config.caseRetention().toDays(),
        config.userRatePerMinute(),
        turns(config.store()),
        DELIVERIES);
  }

  /**
   * A turn on a file takes processor time and little else: more of them than processors only keep
   * the one writer from its work. A turn on a server mostly waits for it.
   */
  private static int turns(StoreConfig store) {
    int processors = Runtime.getRuntime().availableProcessors();
    return store.onServer() ? Math.max(4, 2 * processors) : Math.max(2, processors);
  }

  Duration draftAge() {
    return Duration.ofDays(draftDays);
  }
}
