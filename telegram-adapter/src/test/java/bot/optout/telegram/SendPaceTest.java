package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bot.optout.telegram.TelegramCall.EditText;
import bot.optout.telegram.TelegramCall.RemoveButtons;
import bot.optout.telegram.TelegramCall.SendText;
import bot.optout.transcript.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class SendPaceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T10:00:00Z"));
  private final SendPace pace = new SendPace(SendPace.Limits.telegram(30), clock);

  @Test
  void a_chat_gets_one_message_a_second_and_delays_no_other() {
    assertEquals(Duration.ZERO, pace.pause(text(1)));
    assertEquals(SECOND, pace.pause(text(1)));
    assertEquals(Duration.ZERO, pace.pause(text(2)));
    pass(Duration.ofMillis(400));
    assertEquals(Duration.ofMillis(600), pace.pause(text(1)));
    pass(Duration.ofMillis(600));
    assertEquals(Duration.ZERO, pace.pause(text(1)));
  }

  @Test
  void a_group_gets_twenty_a_minute_edits_included() {
    for (int i = 0; i < 19; i++) {
      assertEquals(Duration.ZERO, pace.pause(text(-7)));
      pass(SECOND);
    }
    assertEquals(Duration.ZERO, pace.pause(edit(-7)));
    pass(SECOND);
    assertEquals(Duration.ofSeconds(40), pace.pause(text(-7)));
    assertEquals(Duration.ofSeconds(40), pace.pause(edit(-7)));
    pass(Duration.ofSeconds(40));
    assertEquals(Duration.ZERO, pace.pause(text(-7)));
  }

  @Test
  void pressing_through_a_card_is_never_slowed_down() {
    for (int i = 0; i < 100; i++) {
      assertEquals(Duration.ZERO, pace.pause(edit(1)));
      assertEquals(Duration.ZERO, pace.pause(new RemoveButtons(new TelegramReference(1, 1))));
    }
  }

  @Test
  void a_pause_that_telegram_asks_for_holds_for_everybody_in_the_chat() {
    pace.rest(-7, Duration.ofSeconds(30));
    assertEquals(Duration.ofSeconds(30), pace.pause(text(-7)));
    assertEquals(Duration.ofSeconds(30), pace.pause(edit(-7)));
    assertEquals(Duration.ZERO, pace.pause(text(-8)));
    pass(Duration.ofSeconds(30));
    assertEquals(Duration.ZERO, pace.pause(text(-7)));
  }

  @Test
  void many_chats_are_forgotten_again() {
    for (int chat = 1; chat <= 5_000; chat++) {
      assertEquals(Duration.ZERO, pace.pause(text(chat)));
    }
    pass(Duration.ofMinutes(2));
    assertEquals(Duration.ZERO, pace.pause(text(1)));
    assertEquals(SECOND, pace.pause(text(1)));
  }

  @Test
  void all_chats_together_keep_the_overall_rate() {
    SendPace shared = new SendPace(SendPace.Limits.telegram(50), clock);
    for (int i = 0; i < 11; i++) {
      assertEquals(Duration.ofMillis(20).multipliedBy(i), shared.reserveTurn());
    }
    pass(Duration.ofMillis(210));
    assertEquals(Duration.ofMillis(10), shared.reserveTurn());
    pass(SECOND);
    assertEquals(Duration.ZERO, shared.reserveTurn());
  }

  private void pass(Duration time) {
    clock.advance(time);
  }

  private static SendText text(long chat) {
    return new SendText(
        new TelegramRoute(chat, OptionalInt.empty(), OptionalInt.empty()), "x", List.of());
  }

  private static EditText edit(long chat) {
    return new EditText(new TelegramReference(chat, 1), text(chat));
  }
}
