package bot.optout.telegram;

import bot.optout.operation.BackOff;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Telegram who we are, again and again until it answers: a start may fall into an outage. */
final class Introduction {
  private static final Logger LOG = LoggerFactory.getLogger(Introduction.class);

  private final TelegramMethods methods;
  private final BackOff backOff;
  private final CountDownLatch stop = new CountDownLatch(1);

  Introduction(TelegramMethods methods, BackOff backOff) {
    this.methods = methods;
    this.backOff = backOff;
  }

  /**
   * Empty if it was stopped before.
   *
   * @throws TelegramTrouble if Telegram does not know the token
   */
  Optional<TelegramSelf> self() throws TelegramTrouble, InterruptedException {
    while (stop.getCount() > 0) {
      try {
        return Optional.of(asked());
      } catch (TelegramTrouble trouble) {
        if (trouble.code() == 401 || trouble.code() == 404) {
          throw trouble;
        }
        LOG.warn("Telegram does not answer yet: {}", trouble.reason());
        long pause = trouble.retryAfter().orElseGet(backOff::next).toMillis();
        if (stop.await(pause, TimeUnit.MILLISECONDS)) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private TelegramSelf asked() throws TelegramTrouble {
    JsonNode user = methods.call("getMe");
    if (!user.path("id").isIntegralNumber() || user.path("username").asText("").isEmpty()) {
      throw TelegramTrouble.noAnswer("getMe without a name");
    }
    return new TelegramSelf(user.path("id").asText(), user.path("username").asText());
  }

  void stop() {
    stop.countDown();
  }
}
