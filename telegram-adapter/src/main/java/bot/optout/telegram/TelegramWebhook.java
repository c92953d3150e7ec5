package bot.optout.telegram;

import bot.optout.operation.HttpAnswer;
import bot.optout.operation.HttpCall;
import bot.optout.operation.HttpRoute;
import bot.optout.operation.Secret;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what Telegram sends. 200 means that it is stored; anything else, and it comes again.
 * Telegram sends the updates of a chat one after the other, those of different chats at once.
 */
final class TelegramWebhook implements HttpRoute.Handler {
  static final String PATH = "/telegram/webhook";
  private static final Logger LOG = LoggerFactory.getLogger(TelegramWebhook.class);
  private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
  private static final String ENCODING = "Content-Encoding";

  private final ObjectMapper json = new ObjectMapper();
  private final Secret secret;
  private final TelegramIntake intake;

  TelegramWebhook(Secret secret, TelegramIntake intake) {
    this.secret = secret;
    this.intake = intake;
  }

  @Override
  public HttpAnswer answer(HttpCall call) {
    if (call.header(SECRET).filter(secret::matches).isEmpty()) {
      LOG.warn("Somebody called the webhook without its secret");
      return HttpAnswer.of(403);
    }
    if (call.header(ENCODING).filter(how -> !how.equalsIgnoreCase("identity")).isPresent()) {
      // Telegram compresses nothing, and what is small here could be huge unpacked.
      return HttpAnswer.of(415);
    }
    JsonNode update;
    try {
      update = json.readTree(call.text());
    } catch (JsonProcessingException e) {
      // It would come again and again, and never become readable.
      intake.keep(call.text());
      return HttpAnswer.of(200);
    }
    intake.take(List.of(update));
    return HttpAnswer.of(200);
  }
}
