package bot.optout.telegram;

import bot.optout.operation.CoreConfig;
import bot.optout.operation.Secret;
import bot.optout.operation.Settings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What the Telegram adapter reads.
 *
 * @param apiUrl scheme, host and port of the Bot API server
 * @param callsPerSecond over all chats
 * @param webhook empty: the bot polls
 * @param ownWords whether the bot's name and descriptions come from its content; else they stay as
 *     BotFather was told
 * @param guest whether it answers where somebody calls it into a chat that it is no member of
 */
record TelegramConfig(
    CoreConfig core,
    Secret token,
    URI apiUrl,
    int callsPerSecond,
    Optional<Webhook> webhook,
    Optional<TelegramProxy> proxy,
    boolean ownWords,
    boolean guest) {
  static final int HTTP_PORT = 8090;
  private static final int ADMIN_PORT = 8080;
  private static final int CALLS_PER_SECOND = 30;
  private static final URI API = URI.create("https://api.telegram.org");
  private static final String TOKEN = "TELEGRAM_BOT_TOKEN";
  private static final String TOKEN_EXAMPLE = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr";
  private static final String API_URL = "TELEGRAM_API_URL";

  /** Reads all variables; what is wrong stands in {@link Settings#problems} afterwards. */
  static TelegramConfig from(Settings settings) {
    CoreConfig core = CoreConfig.from(settings, ADMIN_PORT);
    URI api = apiUrl(settings);
    return new TelegramConfig(
        core,
        token(settings),
        api,
        settings.number("TELEGRAM_RATE_PER_SECOND", CALLS_PER_SECOND, 1, 100_000),
        Webhook.from(settings, api.equals(API)),
        TelegramProxy.from(settings),
        settings.oneOf("TELEGRAM_PROFILE", List.of("content", "keep"), "content").equals("content"),
        settings.oneOf("TELEGRAM_GUEST", List.of("on", "off"), "off").equals("on"));
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

  @Override
  public String toString() {
    return "TelegramConfig";
  }
}
