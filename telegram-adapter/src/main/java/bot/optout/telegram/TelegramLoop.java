package bot.optout.telegram;

import bot.optout.delivery.Failure;
import bot.optout.operation.BackOff;
import bot.optout.program.WayIn;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Telegram for updates until it is stopped. The offset moves only after the whole batch is
 * stored; the same update may therefore come twice, and its dedupe key makes one turn of it.
 */
final class TelegramLoop implements WayIn {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramLoop.class);
  private static final int BATCH = 100;
  private static final int GARBLED_BEFORE_SKIPPING = 3;

  private final TelegramPolling polling;
  private final TelegramIntake intake;
  private final WebhookRemoval webhook;
  private final BackOff backOff;
  private final Pulse pulse;
  private final CountDownLatch stop = new CountDownLatch(1);

  private OptionalLong offset = OptionalLong.empty();
  private int limit = BATCH;
  private int garbled = 0;

  /** Makes way for polling: Telegram refuses it while a webhook is set. */
  @FunctionalInterface
  interface WebhookRemoval {
    void remove() throws TelegramTrouble;
  }

  TelegramLoop(
      TelegramPolling polling,
      TelegramIntake intake,
      WebhookRemoval webhook,
      BackOff backOff,
      Pulse pulse) {
    this.polling = polling;
    this.intake = intake;
    this.webhook = webhook;
    this.backOff = backOff;
    this.pulse = pulse;
  }

  @Override
  public End run() {
    while (stop.getCount() > 0) {
      try {
        Duration pause = once();
        if (stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          return End.STOPPED;
        }
      } catch (Unauthorized e) {
        return End.REJECTED;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return End.STOPPED;
      }
    }
    return End.STOPPED;
  }

  /** Ends the poll under way and the loop with it. */
  @Override
  public void stop() {
    stop.countDown();
    polling.cancel();
  }

  private static final class Unauthorized extends Exception {}

  /** How long to pause before the next poll. Whatever goes wrong here must not end the loop. */
  private Duration once() throws Unauthorized {
    try {
      TelegramPoll poll = polling.poll(offset, limit);
      if (poll instanceof TelegramPoll.Batch batch) {
        return taken(batch.updates());
      }
      if (poll instanceof TelegramPoll.Garbled answer) {
        return garbled(answer);
      }
      return troubled(((TelegramPoll.Troubled) poll).trouble());
    } catch (RuntimeException | Error e) {
      Duration pause = backOff.next();
      LOG.error(
          "Updates could not be stored ({}); they stay at Telegram, next try in {} ms",
          Failure.of(e),
          pause.toMillis());
      return pause;
    }
  }

  private Duration taken(List<JsonNode> updates) {
    intake.take(updates);
    OptionalLong next = after(updates);
    if (next.isEmpty() && !updates.isEmpty()) {
      return backOff.next();
    }
    offset = next;
    limit = BATCH;
    garbled = 0;
    pulse.beat();
    backOff.reset();
    return Duration.ZERO;
  }

  /**
   * The number after the last one. An empty answer means that everything before the offset is
   * confirmed; without an offset the next poll then takes whatever comes, even when the numbers
   * start again at a lower one, as they do after a week without updates.
   */
  private static OptionalLong after(List<JsonNode> updates) {
    return updates.stream()
        .map(update -> update.path("update_id"))
        .filter(id -> id.isIntegralNumber() && id.canConvertToLong())
        .mapToLong(JsonNode::asLong)
        .map(id -> id + 1)
        .max();
  }

  /** Closes in on the one update that is no JSON, and steps over it when it stays so. */
  private Duration garbled(TelegramPoll.Garbled answer) {
    OptionalLong first = answer.first();
    garbled++;
    boolean alone = limit == 1;
    limit = 1;
    if (alone && garbled > GARBLED_BEFORE_SKIPPING && first.isPresent()) {
      intake.keep(answer.body());
      offset = OptionalLong.of(first.getAsLong() + 1);
      garbled = 0;
      return Duration.ZERO;
    }
    return backOff.next();
  }

  private Duration troubled(TelegramTrouble trouble) throws Unauthorized {
    if (stop.getCount() == 0) {
      return Duration.ZERO;
    }
    if (trouble.code() == 401) {
      LOG.error("Telegram refuses the token (401)");
      throw new Unauthorized();
    }
    if (trouble.code() == 409 && trouble.says("webhook")) {
      removeWebhook();
    }
    Duration pause = trouble.retryAfter().orElseGet(backOff::next);
    LOG.warn("Polling failed: {}; next try in {} ms", trouble.reason(), pause.toMillis());
    return pause;
  }

  private void removeWebhook() {
    try {
      webhook.remove();
    } catch (TelegramTrouble trouble) {
      LOG.warn("The webhook could not be removed: {}", trouble.reason());
    }
  }
}
