package bot.optout.telegram;

import bot.optout.operation.BackOff;
import bot.optout.program.WayIn;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Telegram where to bring updates, and looks every minute whether it still does, and gets
 * through: a webhook that stands at Telegram and cannot be reached is no sign of life. It never
 * takes the webhook away: while one process stops, another may already serve it, and meanwhile
 * Telegram keeps the updates.
 */
final class WebhookWatch implements WayIn {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookWatch.class);

  /** Between two tries of one update Telegram waits for two minutes at most. */
  private static final int LOOKS_BETWEEN_TRIES = 2;

  private final TelegramMethods methods;
  private final Webhook webhook;
  private final BackOff backOff;
  private final Pulse pulse;
  private final Duration every;
  private final List<String> kinds;
  private final CountDownLatch stop = new CountDownLatch(1);
  private boolean set = false;
  private int looksWithoutError = LOOKS_BETWEEN_TRIES;

  /** In Telegram's seconds; what went wrong before we looked is over. */
  private long lastError = Long.MAX_VALUE;

  WebhookWatch(
      TelegramMethods methods,
      Webhook webhook,
      BackOff backOff,
      Pulse pulse,
      Duration every,
      List<String> kinds) {
    this.methods = methods;
    this.webhook = webhook;
    this.backOff = backOff;
    this.pulse = pulse;
    this.every = every;
    this.kinds = List.copyOf(kinds);
  }

  @Override
  public End run() {
    try {
      while (!stop.await(look().toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.trace("Looking at the webhook");
      }
      return End.STOPPED;
    } catch (TelegramTrouble refused) {
      LOG.error("Telegram refuses the token ({})", refused.code());
      return End.REJECTED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return End.STOPPED;
    }
  }

  @Override
  public void stop() {
    stop.countDown();
  }

  /** How long to wait before looking again. */
  private Duration look() throws TelegramTrouble {
    try {
      if (isWell()) {
        pulse.beat();
      }
      backOff.reset();
      return every;
    } catch (TelegramTrouble trouble) {
      if (trouble.code() == 401) {
        throw trouble;
      }
      Duration pause = trouble.retryAfter().orElseGet(backOff::next);
      LOG.warn(
          "The webhook could not be set or looked at: {}; next try in {} ms",
          trouble.reason(),
          pause.toMillis());
      return pause;
    }
  }

  private boolean isWell() throws TelegramTrouble {
    if (!set) {
      set();
      return true;
    }
    JsonNode info = methods.call("getWebhookInfo");
    if (!info.path("url").asText().equals(webhook.url().toString())) {
      LOG.warn("The webhook was taken away by somebody else; it is set again");
      set();
      return true;
    }
    return getsThrough(info);
  }

  private boolean getsThrough(JsonNode info) {
    long error = info.path("last_error_date").asLong();
    looksWithoutError = error > lastError ? 0 : looksWithoutError + 1;
    lastError = error;
    int waiting = info.path("pending_update_count").asInt();
    if (waiting == 0 || looksWithoutError >= LOOKS_BETWEEN_TRIES) {
      return true;
    }
    LOG.warn("Telegram does not get through to the webhook; {} updates wait", waiting);
    return false;
  }

  private void set() throws TelegramTrouble {
    methods.call(
        "setWebhook",
        parameters -> {
          parameters.put("url", webhook.url().toString());
          parameters.put("secret_token", webhook.secret().value());
          kinds.forEach(parameters.putArray("allowed_updates")::add);
        });
    set = true;
    LOG.info("Telegram brings updates to the webhook");
  }
}
