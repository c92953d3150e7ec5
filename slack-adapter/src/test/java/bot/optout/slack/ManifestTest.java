package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManifestTest {
  /** The scope each method of the Web API needs, as Slack's reference says. */
  private static final Map<String, String> SCOPES =
      Map.ofEntries(
          Map.entry("chat.postMessage", "chat:write"),
          Map.entry("chat.postEphemeral", "chat:write"),
          Map.entry("chat.update", "chat:write"),
          Map.entry("chat.delete", "chat:write"),
          Map.entry("agents.sessions.setStatus", "chat:write"),
          Map.entry("assistant.threads.setSuggestedPrompts", "assistant:write"),
          Map.entry("conversations.open", "im:write"),
          Map.entry("files.getUploadURLExternal", "files:write"),
          Map.entry("files.completeUploadExternal", "files:write"),
          Map.entry("files.delete", "files:write"),
          Map.entry("users.info", "users:read"));

  /** Methods that need no scope of a bot's. */
  private static final Set<String> FREE =
      Set.of(
          "auth.test",
          "apps.connections.open",
          "oauth.v2.access",
          "views.open",
          "views.update",
          "views.publish");

  /** The scope each event needs; none for those that any app may hear. */
  private static final Map<String, Optional<String>> EVENT_SCOPES =
      Map.of(
          "message.im", Optional.of("im:history"),
          "app_mention", Optional.of("app_mentions:read"),
          "app_home_opened", Optional.empty(),
          "agent_session_stopped", Optional.empty(),
          "app_uninstalled", Optional.empty(),
          "tokens_revoked", Optional.empty());

  private JsonNode manifest = new YAMLMapper().createObjectNode();

  @BeforeEach
  void read() throws IOException {
    manifest = new YAMLMapper().readTree(Path.of("manifest.yaml").toFile());
  }

  @Test
  void it_asks_for_the_scopes_that_are_used_and_no_others() {
    Set<String> needed = new TreeSet<>(SCOPES.values());
    EVENT_SCOPES.values().forEach(scope -> scope.ifPresent(needed::add));
    needed.add("commands");
    assertEquals(needed, new TreeSet<>(texts("/oauth_config/scopes/bot")));
    assertEquals(needed, new TreeSet<>(SlackInstall.SCOPES));
  }

  @Test
  void every_method_that_the_code_calls_has_its_scope() throws IOException {
    Pattern method = Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z0-9]+){1,2})\"");
    Set<String> called = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher names = method.matcher(Files.readString(file));
        while (names.find()) {
          called.add(names.group(1));
        }
      }
    }
    called.remove("mydata.json");
    Set<String> known = new TreeSet<>(SCOPES.keySet());
    known.addAll(FREE);
    assertEquals(known, called);
  }

  @Test
  void every_event_it_subscribes_to_is_listened_to() {
    assertEquals(
        new TreeSet<>(EVENT_SCOPES.keySet()),
        new TreeSet<>(texts("/settings/event_subscriptions/bot_events")));
    SlackEvents events = new SlackEvents(new SlackIdentity("T", "U0BOT"), Instant.EPOCH);
    for (String subscription : EVENT_SCOPES.keySet()) {
      String[] parts = subscription.split("\\.", 2);
      JsonObject event = new JsonObject();
      event.addProperty("type", parts[0]);
      event.addProperty("channel_type", parts.length == 2 ? parts[1] : "channel");
      event.addProperty("user", "U1");
      event.addProperty("text", "hello");
      event.addProperty("channel", "D1");
      event.addProperty("ts", "1.1");
      event.addProperty("tab", "home");
      event.addProperty("thread_ts", "1.0");
      JsonObject bots = new JsonObject();
      bots.add("bot", SlackJson.parse("{\"a\":[\"U0BOT\"]}").orElseThrow().get("a"));
      event.add("tokens", bots);
      JsonObject payload = new JsonObject();
      payload.addProperty("type", "event_callback");
      payload.addProperty("event_id", "Ev1");
      payload.add("event", event);
      assertFalse(events.read(payload) instanceof Meaning.Ignored, subscription);
    }
  }

  @Test
  void the_shortcut_is_the_one_that_is_listened_to() {
    assertEquals(
        SlackActions.CHECK_REPLY, manifest.at("/features/shortcuts/0/callback_id").asText());
    assertEquals("message", manifest.at("/features/shortcuts/0/type").asText());
    assertEquals(1, manifest.at("/features/shortcuts").size());
    assertTrue(manifest.at("/features/shortcuts/0/name").asText().length() <= 24);
    assertTrue(manifest.at("/features/shortcuts/0/description").asText().length() <= 150);
  }

  @Test
  void every_scope_has_its_reason_in_the_docs() throws IOException {
    String docs = Files.readString(Path.of("../docs/howto/slack.md"));
    SlackInstall.SCOPES.forEach(scope -> assertTrue(docs.contains("`" + scope + "`"), scope));
  }

  @Test
  void it_switches_on_what_the_code_relies_on() {
    assertTrue(manifest.at("/settings/socket_mode_enabled").asBoolean());
    assertTrue(manifest.at("/settings/interactivity/is_enabled").asBoolean());
    assertTrue(manifest.at("/features/app_home/messages_tab_enabled").asBoolean());
    assertTrue(manifest.at("/features/app_home/home_tab_enabled").asBoolean());
    assertTrue(manifest.at("/features/agent_view/agent_description").isTextual());
    assertTrue(manifest.at("/features/assistant_view").isMissingNode());
    assertEquals("/optout", manifest.at("/features/slash_commands/0/command").asText());
    assertEquals(1, manifest.at("/features/slash_commands").size());
  }

  @Test
  void it_keeps_to_the_limits_of_manifests() {
    assertTrue(manifest.at("/display_information/name").asText().length() <= 35);
    assertTrue(manifest.at("/display_information/description").asText().length() <= 140);
    assertTrue(manifest.at("/features/agent_view/agent_description").asText().length() <= 300);
    assertTrue(manifest.at("/features/agent_view/suggested_prompts").size() <= 4);
    assertTrue(manifest.at("/features/bot_user/display_name").asText().length() <= 80);
  }

  private List<String> texts(String pointer) {
    List<String> texts = new ArrayList<>();
    manifest.at(pointer).forEach(node -> texts.add(node.asText()));
    return texts;
  }
}
