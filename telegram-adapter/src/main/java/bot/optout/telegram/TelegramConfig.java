package bot.optout.telegram;

import bot.optout.operation.CoreConfig;
import bot.optout.operation.Secret;
import bot.optout.operation.Settings;
import java.net.URI;
import java.util.Optional;

/**
 * What the Telegram adapter reads.
 *
 * @param apiUrl scheme, host and port of the Bot API server
 * @param callsPerSecond over all chats
 */
record TelegramConfig(CoreConfig core, Secret token, URI apiUrl, int callsPerSecond) {
  private static final int ADMIN_PORT = 8080;
  private static final int CALLS_PER_SECOND = 30;
  private static final URI API = URI.create("https://api.telegram.org");
  private static final String TOKEN = "TELEGRAM_BOT_TOKEN";
  private static final String TOKEN_EXAMPLE = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr";
  private static final String API_URL = "TELEGRAM_API_URL";
  private static final String WEBHOOK_URL = "TELEGRAM_WEBHOOK_URL";
  private static final String WEBHOOK_SECRET = "TELEGRAM_WEBHOOK_SECRET";

  /** Reads all variables; what is wrong stands in {@link Settings#problems} afterwards. */
  static TelegramConfig from(Settings settings) {
    CoreConfig core = CoreConfig.from(settings, ADMIN_PORT);
    refuseWebhook(settings);
    return new TelegramConfig(
        core,
        token(settings),
        apiUrl(settings),
        settings.number("TELEGRAM_RATE_PER_SECOND", CALLS_PER_SECOND, 1, 100_000));
  }

  private static Secret token(Settings settings) {
    Optional<Secret> token =
        settings.secret(
            TOKEN,
            value -> Optional.of(value).filter(v -> v.matches("\\d+:[\\w-]+")).map(Secret::new),
            "must be a token from BotFather: digits, a colon, letters",
            TOKEN_EXAMPLE);
    return token.orElseGet(() -> settings.requiredSecret(TOKEN, TOKEN_EXAMPLE));
  }

  private static URI apiUrl(Settings settings) {
    URI url = settings.url(API_URL, API);
    String path = Optional.ofNullable(url.getRawPath()).orElse("");
    if (!(path.isEmpty() || path.equals("/")) || url.getRawQuery() != null) {
      settings.problem(API_URL, "must be scheme://host:port and nothing more", API.toString());
    }
    return url;
  }

  private static void refuseWebhook(Settings settings) {
    if (settings.text(WEBHOOK_URL).isPresent()) {
      settings.problem(
          WEBHOOK_URL,
          "asks for a webhook, which is not supported yet; leave it empty to poll",
          "");
    }
    if (settings.secret(WEBHOOK_SECRET).isPresent()) {
      settings.warn(WEBHOOK_SECRET + " does nothing without a webhook");
    }
  }

  @Override
  public String toString() {
    return "TelegramConfig";
  }
}
