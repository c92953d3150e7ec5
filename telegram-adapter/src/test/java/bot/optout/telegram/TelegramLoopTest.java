package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.Address;
import bot.optout.Incoming;
import bot.optout.Input;
import bot.optout.program.WayIn;
import bot.optout.telegram.FakePeople.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class TelegramLoopTest {
  private static final Person ANA = FakePeople.person(42);

  private final FakeTelegram telegram = FakeTelegram.start();
  private final FakePeople people = new FakePeople(telegram);
  private final TelegramAdapter adapter = Adapters.at(telegram);
  private final Pulse pulse = adapter.pulse();
  private final FakeInbox inbox = new FakeInbox();
  private final List<Running> running = new ArrayList<>();

  private record Running(TelegramLoop loop, CompletableFuture<WayIn.End> end) {}

  @AfterEach
  void stop() {
    running.forEach(one -> one.loop().stop());
    adapter.close();
    telegram.close();
  }

  @Test
  void what_people_do_is_stored_and_only_then_confirmed() {
    people.say(ANA, "one");
    people.say(ANA, "two");
    start();
    settle();
    assertEquals(List.of("one", "two"), inbox.words());
    assertTrue(pulse.isFresh());
  }

  @Test
  void nothing_is_confirmed_while_it_cannot_be_stored() {
    inbox.failures.set(3);
    people.say(ANA, "one");
    start();
    settle();
    assertEquals(List.of("one"), inbox.words());
    long confirmedBefore =
        telegram.calls("getUpdates").stream()
            .limit(3)
            .filter(call -> call.parameters().has("offset"))
            .count();
    assertEquals(0, confirmedBefore);
  }

  @Test
  void an_error_does_not_end_the_loop() {
    people.say(ANA, "one");
    List<String> tries = Collections.synchronizedList(new ArrayList<>());
    start(
        incoming -> {
          tries.add(incoming.dedupeKey());
          if (tries.size() == 1) {
            throw new AssertionError("an Error, not an Exception");
          }
          return true;
        });
    settle();
    assertEquals(2, tries.size());
  }

  @Test
  void a_long_backlog_arrives_in_order() {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      said.add("message " + i);
      people.say(ANA, "message " + i);
    }
    start();
    settle();
    assertEquals(said, inbox.words());
  }

  @Test
  void an_update_that_comes_again_is_the_same_thing() {
    people.say(ANA, "one");
    telegram.fault("getUpdates", Fault.cut(), Fault.reset().afterwards());
    start();
    settle();
    assertEquals(List.of("one"), inbox.words());
  }

  @Test
  void numbers_that_start_again_after_a_quiet_week_are_no_trouble() {
    start();
    people.say(ANA, "before");
    settle();
    telegram.await(() -> telegram.calls("getUpdates").size() >= 2);
    telegram.withQueue(queue -> queue.restartAt(1_000));
    people.say(ANA, "after");
    settle();
    telegram.withQueue(queue -> queue.restartAt(900_000_000));
    people.say(ANA, "later");
    settle();
    assertEquals(List.of("before", "after", "later"), inbox.words());
  }

  @Test
  void a_broken_update_does_not_hold_up_the_next() {
    telegram.withQueue(queue -> queue.addRaw("{\"update_id\":ID,\"message\":{\"chat\":[[[]]]}}"));
    telegram.withQueue(queue -> queue.addRaw("{\"update_id\":ID}"));
    people.say(ANA, "next");
    start();
    settle();
    assertEquals(List.of("next"), inbox.words());
    assertEquals(1, inbox.kept.size());
  }

  @Test
  void an_update_that_is_no_json_is_stepped_over_alone() {
    people.say(ANA, "before");
    telegram.withQueue(queue -> queue.addRaw("{\"update_id\":ID, oops \u0001}"));
    people.say(ANA, "after");
    start();
    settle();
    assertEquals(List.of("before", "after"), inbox.words());
    assertEquals(1, inbox.kept.size());
    assertTrue(inbox.kept.get(0).contains("oops"));
  }

  @Test
  void an_update_that_fails_again_and_again_is_kept_aside_and_skipped() {
    people.say(ANA, "poison");
    people.say(ANA, "after");
    start(
        new TelegramIntake.Door() {
          @Override
          public boolean accept(Incoming incoming) {
            if (incoming.input().equals(new Input.Said("poison"))) {
              throw new IllegalArgumentException("only this one");
            }
            return inbox.accept(incoming);
          }

          @Override
          public void keep(Address person, String raw) {
            inbox.keep(person, raw);
          }
        });
    settle();
    assertEquals(List.of("after"), inbox.words());
    assertEquals(1, inbox.kept.size());
    assertEquals("42", inbox.keptFrom.get(0).person());
  }

  @Test
  void a_server_in_trouble_is_asked_again() {
    people.say(ANA, "one");
    telegram.fault(
        "getUpdates",
        Fault.error(500, "Internal Server Error"),
        Fault.answer(502, "<html>Bad Gateway</html>"),
        Fault.answer(503, ""),
        Fault.reset(),
        Fault.cut(),
        Fault.answer(200, "half a"),
        Fault.answer(200, ""));
    start();
    settle();
    assertEquals(List.of("one"), inbox.words());
  }

  @Test
  void too_many_requests_means_the_named_pause() {
    people.say(ANA, "one");
    telegram.fault("getUpdates", Fault.tooMany(3_600));
    start();
    telegram.await(() -> telegram.calls("getUpdates").size() == 1);
    assertFalse(
        telegram.comesTrue(() -> telegram.calls("getUpdates").size() > 1, Duration.ofMillis(200)));
  }

  @Test
  void a_second_poller_is_waited_out() {
    start();
    TelegramAdapter other = Adapters.at(telegram);
    TelegramLoop rival = Adapters.loop(other, inbox, other.pulse());
    run(rival);
    telegram.await(
        () -> telegram.calls("getUpdates").stream().anyMatch(call -> call.status() == 409));
    rival.stop();
    people.say(ANA, "one");
    settle();
    assertEquals(List.of("one"), inbox.words());
    other.close();
  }

  @Test
  void a_webhook_in_the_way_is_removed() {
    telegram.setWebhook("https://elsewhere.example.org");
    people.say(ANA, "one");
    start();
    settle();
    assertEquals(1, telegram.calls("deleteWebhook").size());
    assertEquals(List.of("one"), inbox.words());
  }

  @Test
  void a_refused_token_ends_the_loop() throws Exception {
    telegram.fault("getUpdates", Fault.error(401, "Unauthorized"));
    start();
    assertEquals(WayIn.End.REJECTED, ended());
    assertFalse(pulse.isFresh());
  }

  @Test
  void stopping_interrupts_a_poll_at_once() throws Exception {
    start();
    settle();
    running.get(0).loop().stop();
    assertEquals(WayIn.End.STOPPED, ended());
  }

  @Test
  void every_button_stops_spinning() {
    people.say(ANA, "hi");
    String first = people.press(ANA.chat(), ANA, 1, "a");
    String second = people.press(ANA.chat(), ANA, 1, "b");
    telegram.fault("answerCallbackQuery", Fault.error(500, "Internal Server Error"));
    start();
    settle();
    telegram.await(() -> telegram.answeredQueries().equals(Set.of(first, second)));
    assertEquals(3, inbox.words().size());
  }

  @Test
  void a_pause_that_telegram_asks_for_before_some_answers_delays_no_other_persons() {
    Fault[] limits = new Fault[8];
    Arrays.fill(limits, Fault.tooMany(3_600));
    telegram.fault("answerCallbackQuery", limits);
    for (int i = 0; i < limits.length; i++) {
      people.press(ANA.chat(), ANA, 1, "a");
    }
    people.press(ANA.chat(), ANA, 1, "b");
    start();
    telegram.await(() -> telegram.answeredQueries().size() == 1);
  }

  @Test
  void a_button_that_is_too_old_to_answer_is_still_pressed() {
    people.press(ANA.chat(), ANA, 1, "a");
    telegram.fault(
        "answerCallbackQuery",
        Fault.error(400, "Bad Request: query is too old and response timeout expired"));
    start();
    settle();
    assertEquals(List.of("Pressed"), inbox.words());
    telegram.await(() -> telegram.calls("answerCallbackQuery").size() == 1);
  }

  @Test
  void a_hanging_answer_to_a_button_holds_nobody_up() {
    people.press(ANA.chat(), ANA, 1, "a");
    telegram.fault("answerCallbackQuery", Fault.hang(), Fault.hang(), Fault.hang());
    start();
    people.say(ANA, "next");
    settle();
    assertEquals(List.of("Pressed", "next"), inbox.words());
  }

  @Test
  void only_what_is_used_is_asked_for() {
    start();
    telegram.await(() -> !telegram.calls("getUpdates").isEmpty());
    people.message(ANA.chat(), ANA, message -> message.put("text", "x"));
    settle();
    assertEquals(
        "[\"message\",\"edited_message\",\"callback_query\",\"my_chat_member\","
            + "\"inline_query\"]",
        telegram.calls("getUpdates").get(0).parameters().path("allowed_updates").toString());
    assertEquals(List.of(), telegram.refusals());
  }

  private void settle() {
    telegram.await(() -> telegram.unconfirmed() == 0);
  }

  private void start() {
    start(inbox);
  }

  private void start(TelegramIntake.Door door) {
    run(Adapters.loop(adapter, door, pulse));
  }

  private void run(TelegramLoop loop) {
    running.add(
        new Running(loop, CompletableFuture.supplyAsync(loop::run, TelegramLoopTest::onThread)));
  }

  private WayIn.End ended() throws Exception {
    return running.get(0).end().get(20, TimeUnit.SECONDS);
  }

  private static void onThread(Runnable task) {
    Thread thread = new Thread(task, "poll");
    thread.setDaemon(true);
    thread.start();
  }
}
