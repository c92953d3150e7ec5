package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.BotProfile;
import bot.optout.content.Content;
import bot.optout.content.TestContent;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TelegramProfileTest {
  private final FakeTelegram telegram = FakeTelegram.start();
  private final TelegramAdapter adapter = Adapters.at(telegram);
  private final TelegramProfile profile = new TelegramProfile(adapter.methods());

  @AfterEach
  void close() {
    adapter.close();
    telegram.close();
  }

  @Test
  void every_kind_of_chat_has_a_menu_in_every_language() throws Exception {
    offer(true);
    List<FakeTelegram.Call> menus = telegram.calls("setMyCommands");
    assertEquals(4 * 3, menus.size());
    assertEquals("Ask a question", description(menus, "all_private_chats", "", "ask"));
    assertEquals("Eine Frage stellen", description(menus, "all_private_chats", "de", "ask"));
    assertEquals("Delete everything about you", description(menus, "default", "en", "forget"));
    assertEquals("Ask a question", description(menus, "all_group_chats", "en", "ask"));
    for (String scope : List.of("all_group_chats", "all_chat_administrators")) {
      assertEquals("", description(menus, scope, "en", "forget"));
      assertEquals("", description(menus, scope, "en", "mydata"));
    }
    assertEquals(3, telegram.calls("setMyName").size());
    assertEquals(3, telegram.calls("setMyDescription").size());
    assertEquals(3, telegram.calls("setMyShortDescription").size());
    assertEquals(List.of(), telegram.refusals());
  }

  @Test
  void what_is_set_already_is_left_alone() throws Exception {
    offer(true);
    long before = changes();
    offer(true);
    assertEquals(before, changes());
  }

  @Test
  void an_operator_may_keep_the_name_that_botfather_knows() throws Exception {
    offer(false);
    assertEquals(0, telegram.calls("setMyName").size());
    assertEquals(12, telegram.calls("setMyCommands").size());
  }

  @Test
  void every_command_of_the_menu_has_words_in_every_language() {
    Content content = TestContent.get();
    for (String language : content.languages()) {
      assertTrue(
          BotProfile.of(content, language)
              .commands()
              .keySet()
              .containsAll(TelegramCommands.names()));
    }
  }

  private void offer(boolean words) throws TelegramTrouble {
    Content content = TestContent.get();
    profile.offer(
        BotProfile.of(content, "en"),
        content.languages().stream().map(tag -> BotProfile.of(content, tag)).toList(),
        words);
  }

  private long changes() {
    return List.of("setMyCommands", "setMyName", "setMyDescription", "setMyShortDescription")
        .stream()
        .mapToLong(method -> telegram.calls(method).size())
        .sum();
  }

  private static String description(
      List<FakeTelegram.Call> menus, String scope, String language, String command) {
    for (FakeTelegram.Call menu : menus) {
      JsonNode parameters = menu.parameters();
      if (parameters.path("scope").path("type").asText().equals(scope)
          && parameters.path("language_code").asText().equals(language)) {
        for (JsonNode one : parameters.path("commands")) {
          if (one.path("command").asText().equals(command)) {
            return one.path("description").asText();
          }
        }
      }
    }
    return "";
  }
}
