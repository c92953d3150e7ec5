package bot.optout.slack;

import bot.optout.operation.CoreConfig;
import bot.optout.operation.Secret;
import bot.optout.operation.Settings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What the Slack adapter reads.
 *
 * @param apiUrl ends in {@code /api/}
 */
record SlackConfig(CoreConfig core, Secret botToken, Secret appToken, String apiUrl) {
  private static final int ADMIN_PORT = 8081;
  private static final URI API = URI.create("https://slack.com/api/");
  private static final String BOT_TOKEN = "SLACK_BOT_TOKEN";
  private static final String APP_TOKEN = "SLACK_APP_TOKEN";
  private static final String SIGNING_SECRET = "SLACK_SIGNING_SECRET";
  private static final String API_URL = "SLACK_API_URL";
  private static final List<String> OAUTH = List.of("SLACK_CLIENT_ID", "SLACK_REDIRECT_URL");

  /** Reads all variables; what is wrong stands in {@link Settings#problems} afterwards. */
  static SlackConfig from(Settings settings) {
    CoreConfig core = CoreConfig.from(settings, ADMIN_PORT);
    refuseOAuth(settings);
    return new SlackConfig(core, botToken(settings), appToken(settings), apiUrl(settings));
  }

  private static Secret botToken(Settings settings) {
    return token(
        settings,
        BOT_TOKEN,
        "(xoxe\\.)?xoxb-\\S+",
        "must be a bot token, which begins with xoxb-",
        "xoxb-1234-5678-AbCd");
  }

  private static Secret appToken(Settings settings) {
    String example = "xapp-1-A012-345-abcd";
    boolean http = settings.secret(SIGNING_SECRET).isPresent();
    boolean socket = settings.secret(APP_TOKEN).isPresent();
    if (http && !socket) {
      settings.problem(
          APP_TOKEN,
          "is missing, and HTTP mode ("
              + SIGNING_SECRET
              + ") is not supported yet; set "
              + APP_TOKEN,
          example);
      return new Secret("");
    }
    return token(
        settings,
        APP_TOKEN,
        "xapp-\\S+",
        "must be an app-level token, which begins with xapp-",
        example);
  }

  private static Secret token(
      Settings settings, String name, String form, String what, String example) {
    Optional<Secret> token =
        settings.secret(
            name, v -> Optional.of(v).filter(t -> t.matches(form)).map(Secret::new), what, example);
    return token.orElseGet(() -> settings.requiredSecret(name, example));
  }

  private static void refuseOAuth(Settings settings) {
    OAUTH.stream()
        .filter(name -> settings.text(name).isPresent())
        .forEach(name -> refuseOAuth(settings, name));
    if (settings.secret("SLACK_CLIENT_SECRET").isPresent()) {
      refuseOAuth(settings, "SLACK_CLIENT_SECRET");
    }
  }

  private static void refuseOAuth(Settings settings, String name) {
    settings.problem(
        name,
        "asks for installation by OAuth, which is not supported yet; set "
            + BOT_TOKEN
            + " and "
            + APP_TOKEN
            + " and leave this one empty",
        "");
  }

  private static String apiUrl(Settings settings) {
    String url = settings.url(API_URL, API).toString();
    if (!url.endsWith("/api/")) {
      settings.problem(API_URL, "must end in /api/", API.toString());
    }
    return url;
  }
}
