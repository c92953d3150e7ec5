package bot.optout.telegram;

import bot.optout.operation.Secret;
import bot.optout.operation.Settings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Telegram's way in, if it is to call us instead of being asked.
 *
 * @param url the public address, as Telegram calls it
 * @param secret what Telegram sends along, so that nobody else can
 */
record Webhook(URI url, Secret secret) {
  private static final String URL = "TELEGRAM_WEBHOOK_URL";
  private static final String SECRET = "TELEGRAM_WEBHOOK_SECRET";
  private static final String EXAMPLE = "https://bot.example.org" + TelegramWebhook.PATH;
  private static final String SECRET_EXAMPLE = "$(openssl rand -hex 32)";
  private static final List<Integer> PORTS = List.of(-1, 443, 80, 88, 8443);

  /** Empty: the bot polls. */
  static Optional<Webhook> from(Settings settings, boolean telegramsOwnServer) {
    Optional<URI> url = settings.url(URL, EXAMPLE);
    Optional<Secret> secret =
        settings.secret(
            SECRET,
            value -> Optional.of(value).filter(v -> v.matches("[\\w-]{16,256}")).map(Secret::new),
            "must be 16 to 256 letters, digits, _ and -",
            SECRET_EXAMPLE);
    if (url.isEmpty()) {
      if (secret.isPresent()) {
        settings.warn(SECRET + " does nothing without " + URL);
      }
      return Optional.empty();
    }
    check(url.get(), settings, telegramsOwnServer);
    Secret known = secret.orElseGet(() -> settings.requiredSecret(SECRET, SECRET_EXAMPLE));
    return Optional.of(new Webhook(url.get(), known));
  }

  /** A Bot API server of one's own calls any address. */
  private static void check(URI url, Settings settings, boolean telegramsOwnServer) {
    if (!url.getPath().endsWith(TelegramWebhook.PATH)) {
      settings.problem(URL, "must end with " + TelegramWebhook.PATH, EXAMPLE);
    } else if (telegramsOwnServer
        && !(url.getScheme().equals("https") && PORTS.contains(url.getPort()))) {
      settings.problem(URL, "must be https, on port 443, 80, 88 or 8443", EXAMPLE);
    }
  }
}
