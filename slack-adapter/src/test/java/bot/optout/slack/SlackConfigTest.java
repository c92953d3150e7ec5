package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.operation.Problem;
import bot.optout.operation.Settings;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlackConfigTest {
  private static final Map<String, String> GOOD =
      Map.of("SLACK_BOT_TOKEN", "xoxb-1-2-abc", "SLACK_APP_TOKEN", "xapp-1-A1-2-abc");

  @Test
  void two_tokens_are_enough() {
    Settings settings = settings(GOOD);
    SlackConfig config = SlackConfig.from(settings);
    assertEquals(List.of(), settings.problems());
    assertEquals("https://slack.com/api/", config.apiUrl());
    assertEquals(8081, config.core().adminPort());
    assertFalse(config.toString().contains("abc"));
  }

  @Test
  void a_token_may_come_from_a_file() {
    Settings settings =
        settings(Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_APP_TOKEN_FILE", "/run/secrets/app"));
    assertEquals("xapp-from-file", SlackConfig.from(settings).appToken().orElseThrow().value());
    assertEquals(List.of(), settings.problems());
  }

  @Test
  void everything_wrong_is_said_at_once_and_never_quoted() {
    assertEquals(List.of("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"), variables(Map.of()));
    assertEquals(
        List.of("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_API_URL"),
        variables(
            Map.of(
                "SLACK_BOT_TOKEN", "xapp-swapped",
                "SLACK_APP_TOKEN", "xoxb-swapped",
                "SLACK_API_URL", "https://slack.com")));
    Settings settings = settings(Map.of("SLACK_BOT_TOKEN", "xapp-swapped"));
    SlackConfig.from(settings);
    assertFalse(settings.problems().toString().contains("swapped"));
  }

  @Test
  void a_signing_secret_alone_means_http_mode() {
    SlackConfig http = good(Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_SIGNING_SECRET", "s"));
    assertEquals(Optional.empty(), http.appToken());
    assertTrue(http.needsHttp());
    assertEquals(8091, http.httpPort());

    Map<String, String> both = new HashMap<>(GOOD);
    both.put("SLACK_SIGNING_SECRET", "s");
    both.put("SLACK_CONNECTIONS", "3");
    assertTrue(good(both).appToken().isPresent());
    assertFalse(good(both).needsHttp());
    assertEquals(3, good(both).connections());
    both.put("SLACK_CONNECTIONS", "11");
    assertEquals(List.of("SLACK_CONNECTIONS"), variables(both));
  }

  @Test
  void workspaces_that_install_the_app_bring_their_own_tokens() {
    Map<String, String> oauth = new HashMap<>();
    oauth.put("SLACK_SIGNING_SECRET", "s");
    oauth.put("SLACK_CLIENT_ID", "1.2");
    oauth.put("SLACK_CLIENT_SECRET", "secret");
    oauth.put("SLACK_REDIRECT_URL", "https://example.com/slack/oauth_redirect");
    SlackConfig config = good(oauth);
    assertEquals(Optional.empty(), config.botToken());
    assertTrue(config.oauth().isPresent());
    assertFalse(config.toString().contains("secret"));

    oauth.put("SLACK_BOT_TOKEN", "xoxb-1");
    assertEquals(List.of("SLACK_BOT_TOKEN"), variables(oauth));
    oauth.remove("SLACK_BOT_TOKEN");
    oauth.remove("SLACK_CLIENT_SECRET");
    oauth.remove("SLACK_REDIRECT_URL");
    assertEquals(List.of("SLACK_CLIENT_SECRET", "SLACK_REDIRECT_URL"), variables(oauth));
  }

  private static SlackConfig good(Map<String, String> environment) {
    Settings settings = settings(environment);
    SlackConfig config = SlackConfig.from(settings);
    assertEquals(List.of(), settings.problems());
    return config;
  }

  private static List<String> variables(Map<String, String> environment) {
    Settings settings = settings(environment);
    SlackConfig.from(settings);
    return settings.problems().stream().map(Problem::variable).toList();
  }

  private static Settings settings(Map<String, String> environment) {
    return new Settings(environment, SlackConfigTest::read);
  }

  private static String read(String path) throws IOException {
    if (path.equals("/run/secrets/app")) {
      return "xapp-from-file\n";
    }
    throw new IOException("no such file");
  }
}
