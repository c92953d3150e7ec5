package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.content.Content;
import bot.optout.content.TestContent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ProfileKeeperTest {
  private final FakeTelegram telegram = FakeTelegram.start();
  private final TelegramAdapter adapter = Adapters.at(telegram);
  private final ProfileKeeper profile = adapter.profile(true);
  private final Content content = TestContent.get();

  @AfterEach
  void close() {
    adapter.close();
    telegram.close();
  }

  @Test
  void it_is_shown_however_often_telegram_refuses_it_at_first() {
    for (int i = 0; i < 12; i++) {
      telegram.fault("getMyCommands", Fault.error(502, "Bad Gateway"));
    }
    for (int i = 0; i < 12; i++) {
      assertTrue(!profile.keep(content).equals(ProfileKeeper.LOOK));
    }
    telegram.fault("setMyName", Fault.tooMany(3_600));
    assertEquals(Duration.ofHours(1), profile.keep(content));
    assertEquals(ProfileKeeper.LOOK, profile.keep(content));
    assertEquals(3, named());
  }

  @Test
  void nothing_is_asked_until_the_content_is_another() {
    profile.keep(content);
    int asked = telegram.calls("getMyCommands").size();
    assertEquals(ProfileKeeper.LOOK, profile.keep(content));
    assertEquals(asked, telegram.calls("getMyCommands").size());
  }

  @Test
  void new_content_changes_what_is_shown() {
    profile.keep(content);
    Content german =
        new Content(
            "another",
            "de",
            Map.of("en", content.script("en"), "de", content.script("de")),
            content.tongues(),
            List.of());
    profile.keep(german);
    List<FakeTelegram.Call> described = telegram.calls("setMyDescription");
    assertEquals(4, described.size());
    // Whoever speaks neither reads German now.
    assertTrue(!described.get(3).parameters().has("language_code"));
    assertEquals(List.of(), telegram.refusals());
  }

  private long named() {
    return telegram.calls("setMyName").stream().filter(call -> call.status() == 200).count();
  }
}
