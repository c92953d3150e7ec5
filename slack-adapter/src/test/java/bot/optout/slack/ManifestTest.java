package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManifestTest {
  /** The scope each method of the Web API needs, as Slack's reference says. */
  private static final Map<String, String> SCOPES =
      Map.of(
          "chat.postMessage", "chat:write",
          "chat.postEphemeral", "chat:write",
          "chat.update", "chat:write",
          "chat.delete", "chat:write",
          "conversations.open", "im:write",
          "files.getUploadURLExternal", "files:write",
          "files.completeUploadExternal", "files:write",
          "files.delete", "files:write");

  private static final Map<String, String> EVENT_SCOPES =
      Map.of("message.im", "im:history", "app_mention", "app_mentions:read");

  private JsonNode manifest = new YAMLMapper().createObjectNode();

  @BeforeEach
  void read() throws IOException {
    manifest = new YAMLMapper().readTree(Path.of("manifest.yaml").toFile());
  }

  @Test
  void it_asks_for_the_scopes_that_are_used_and_no_others() {
    Set<String> needed = new TreeSet<>(SCOPES.values());
    needed.addAll(EVENT_SCOPES.values());
    needed.add("commands");
    // Slack adds it to every app with an agent view.
    needed.add("assistant:write");
    assertEquals(needed, new TreeSet<>(texts("/oauth_config/scopes/bot")));
  }

  @Test
  void every_event_it_subscribes_to_is_listened_to() {
    assertEquals(
        new TreeSet<>(EVENT_SCOPES.keySet()),
        new TreeSet<>(texts("/settings/event_subscriptions/bot_events")));
    SlackEvents events = new SlackEvents(new SlackIdentity("T", "U0BOT"));
    for (String subscription : EVENT_SCOPES.keySet()) {
      String[] parts = subscription.split("\\.", 2);
      JsonObject event = new JsonObject();
      event.addProperty("type", parts[0]);
      event.addProperty("channel_type", parts.length == 2 ? parts[1] : "channel");
      event.addProperty("user", "U1");
      event.addProperty("text", "hello");
      event.addProperty("channel", "D1");
      event.addProperty("ts", "1.1");
      JsonObject payload = new JsonObject();
      payload.addProperty("type", "event_callback");
      payload.addProperty("event_id", "Ev1");
      payload.add("event", event);
      assertInstanceOf(Meaning.Happened.class, events.read(payload), subscription);
    }
  }

  @Test
  void it_switches_on_what_the_code_relies_on() {
    assertTrue(manifest.at("/settings/socket_mode_enabled").asBoolean());
    assertTrue(manifest.at("/settings/interactivity/is_enabled").asBoolean());
    assertTrue(manifest.at("/features/app_home/messages_tab_enabled").asBoolean());
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
