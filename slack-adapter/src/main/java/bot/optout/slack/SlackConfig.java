package bot.optout.slack;

import bot.optout.operation.CoreConfig;
import bot.optout.operation.Secret;
import bot.optout.operation.Settings;
import java.net.URI;
import java.util.Optional;

/**
 * What the Slack adapter reads.
 *
 * @param botToken of the one workspace; empty: workspaces install the app by themselves
 * @param appToken for Socket Mode; empty: HTTP mode
 * @param signingSecret for HTTP mode
 * @param oauth for workspaces that install the app by themselves
 * @param apiUrl ends in {@code /api/}
 * @param connections of Socket Mode at once
 */
record SlackConfig(
    CoreConfig core,
    Optional<Secret> botToken,
    Optional<Secret> appToken,
    Optional<Secret> signingSecret,
    Optional<SlackOAuth> oauth,
    String apiUrl,
    int connections) {
  private static final int ADMIN_PORT = 8081;
  private static final int HTTP_PORT = 8091;
  private static final URI API = URI.create("https://slack.com/api/");
  private static final String BOT_TOKEN = "SLACK_BOT_TOKEN";
  private static final String APP_TOKEN = "SLACK_APP_TOKEN";
  private static final String APP_TOKEN_EXAMPLE = "xapp-1-A012-345-abcd";
  private static final String SIGNING_SECRET = "SLACK_SIGNING_SECRET";
  private static final String API_URL = "SLACK_API_URL";
  private static final String CLIENT_ID = "SLACK_CLIENT_ID";
  private static final String CLIENT_SECRET = "SLACK_CLIENT_SECRET";
  private static final String REDIRECT_URL = "SLACK_REDIRECT_URL";
  private static final String REDIRECT_EXAMPLE = "https://bot.example.org/slack/oauth_redirect";
  private static final int CONNECTIONS = 2;
  private static final int MOST_CONNECTIONS = 10;

  /** Reads all variables; what is wrong stands in {@link Settings#problems} afterwards. */
  static SlackConfig from(Settings settings) {
    CoreConfig core = CoreConfig.from(settings, ADMIN_PORT);
    Optional<SlackOAuth> oauth = oauth(settings);
    Optional<Secret> botToken = botToken(settings, oauth.isPresent());
    Optional<Secret> signingSecret = settings.secret(SIGNING_SECRET);
    return new SlackConfig(
        core,
        botToken,
        appToken(settings, signingSecret.isPresent()),
        signingSecret,
        oauth,
        apiUrl(settings),
        settings.number("SLACK_CONNECTIONS", CONNECTIONS, 1, MOST_CONNECTIONS));
  }

  /** Whether anybody has to reach us by HTTP. */
  boolean needsHttp() {
    return appToken.isEmpty() || oauth.isPresent();
  }

  int httpPort() {
    return core.httpPort().orElse(HTTP_PORT);
  }

  private static Optional<Secret> botToken(Settings settings, boolean oauth) {
    String example = "xoxb-1234-5678-AbCd";
    Optional<Secret> token =
        token(
            settings,
            BOT_TOKEN,
            "(xoxe\\.)?xoxb-\\S+",
            "must be a bot token, which begins with xoxb-",
            example);
    if (oauth && token.isPresent()) {
      settings.problem(
          BOT_TOKEN,
          "must not be set together with " + CLIENT_ID + ": workspaces bring their own tokens",
          "");
    }
    return oauth || token.isPresent()
        ? token
        : Optional.of(settings.requiredSecret(BOT_TOKEN, example));
  }

  private static Optional<Secret> appToken(Settings settings, boolean http) {
    Optional<Secret> token =
        token(
            settings,
            APP_TOKEN,
            "xapp-\\S+",
            "must be an app-level token, which begins with xapp-",
            APP_TOKEN_EXAMPLE);
    return http || token.isPresent()
        ? token
        : Optional.of(settings.requiredSecret(APP_TOKEN, APP_TOKEN_EXAMPLE));
  }

  private static Optional<Secret> token(
      Settings settings, String name, String form, String what, String example) {
    return settings.secret(
        name, v -> Optional.of(v).filter(t -> t.matches(form)).map(Secret::new), what, example);
  }

  /** All three or none. */
  private static Optional<SlackOAuth> oauth(Settings settings) {
    Optional<String> id = settings.text(CLIENT_ID);
    Optional<Secret> secret = settings.secret(CLIENT_SECRET);
    Optional<URI> redirect = settings.url(REDIRECT_URL, REDIRECT_EXAMPLE);
    if (id.isEmpty() && secret.isEmpty() && redirect.isEmpty()) {
      return Optional.empty();
    }
    String clientId = settings.requiredText(CLIENT_ID, "123456789.987654321");
    Secret clientSecret = settings.requiredSecret(CLIENT_SECRET, "0a1b2c3d4e5f");
    String url = settings.requiredText(REDIRECT_URL, REDIRECT_EXAMPLE);
    return Optional.of(new SlackOAuth(clientId, clientSecret, url));
  }

  private static String apiUrl(Settings settings) {
    String url = settings.url(API_URL, API).toString();
    if (!url.endsWith("/api/")) {
      settings.problem(API_URL, "must end in /api/", API.toString());
    }
    return url;
  }
}
