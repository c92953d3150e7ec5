package bot.optout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.content.Content;
import bot.optout.content.TestContent;
import bot.optout.delivery.Progress;
import bot.optout.delivery.Sending;
import bot.optout.delivery.Tally;
import bot.optout.store.ConversationKey;
import bot.optout.store.Conversations;
import bot.optout.store.Decision;
import bot.optout.store.Holdings;
import bot.optout.store.NewEvent;
import bot.optout.store.PersonKey;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import bot.optout.transcript.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The door: what goes in once comes out once, for the right person, and nothing else is kept. */
final class BotTest {
  private static final int PER_MINUTE = 5;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
  private final Store store = Store.open(StoreConfig.inMemory(), clock);
  private final List<Outgoing> sent = new ArrayList<>();
  private final Bot bot =
      new Bot(
          new BotConfig("test", "the works council", 7, 30, PER_MINUTE, 1, 1),
          TestContent::get,
          store,
          this::send,
          clock,
          new Random(1),
          Tally.NONE);
  private int count;

  private Sending send(Outgoing outgoing, Progress progress) {
    sent.add(outgoing);
    return new Sending.Delivered(List.of("m" + sent.size()));
  }

  @AfterEach
  void close() {
    bot.close();
    store.close();
  }

  private static Address address(String chat, Address.Audience audience) {
    return new Address("test", "tenant", chat, "ana", audience, "route");
  }

  private boolean happens(Address address, String key, Input input) {
    boolean fresh = bot.accept(new Incoming(key, address, input, Optional.of("en-GB")));
    bot.runDue();
    return fresh;
  }

  private void happens(Input input) {
    count++;
    happens(address("private", Address.Audience.ALONE), "k" + count, input);
  }

  private String last() {
    return ((Outgoing.Say) sent.get(sent.size() - 1)).message().plainText();
  }

  private Holdings holdings() {
    return store.people().holdings(new PersonKey("test", "tenant", "ana"));
  }

  @Test
  void the_same_event_twice_is_one_turn() {
    Address here = address("private", Address.Audience.ALONE);
    assertTrue(happens(here, "same", new Input.Commanded("start", "")));
    assertFalse(happens(here, "same", new Input.Commanded("start", "")));
    assertEquals(1, sent.size());
  }

  @Test
  void an_answer_goes_where_the_question_came_from() {
    happens(new Input.Commanded("start", ""));
    assertEquals(address("private", Address.Audience.ALONE), sent.get(0).address());
  }

  @Test
  void idle_stores_nothing_but_references_for_two_days() {
    happens(new Input.Commanded("draft", ""));
    assertEquals(1, holdings().conversations().size());
    happens(new Input.Commanded("cancel", ""));
    assertEquals(0, holdings().conversations().size());
    clock.advance(Duration.ofHours(49));
    store.expire(clock.instant());
    assertTrue(holdings().isEmpty(), holdings().toString());
  }

  @Test
  void a_press_changes_the_card_in_place_and_words_get_a_new_one() {
    happens(new Input.Commanded("draft", ""));
    happens(new Input.Pressed("country:EU"));
    Outgoing.Card pressed = card(1);
    assertEquals(Optional.of("m1"), pressed.previous());
    assertTrue(pressed.inPlace());
    happens(new Input.Said("instagram"));
    assertFalse(card(2).inPlace());
    assertEquals(Optional.of("m2"), card(2).previous());
  }

  private Outgoing.Card card(int index) {
    return ((Outgoing.Say) sent.get(index)).card().orElseThrow();
  }

  @Test
  void personal_things_are_not_begun_where_others_read() {
    Address group = address("group", Address.Audience.AMONG_OTHERS);
    happens(group, "g1", new Input.Said("draft my objection"));
    Outgoing.Say answer = (Outgoing.Say) sent.get(0);
    assertEquals("private:draft", answer.message().choices().get(0).id());
    assertEquals(0, holdings().conversations().size());
    happens(group, "g2", new Input.Commanded("mydata", ""));
    assertTrue(((Outgoing.Say) sent.get(1)).message().attachments().isEmpty());
  }

  @Test
  void somebody_in_a_hurry_is_asked_once_to_wait_and_slows_nobody_else() {
    for (int i = 0; i < PER_MINUTE + 3; i++) {
      happens(new Input.Commanded("help", ""));
    }
    assertEquals(PER_MINUTE + 1, sent.size());
    assertTrue(last().startsWith("That was a lot at once."));
    bot.accept(
        new Incoming(
            "other",
            new Address("test", "tenant", "c", "ben", Address.Audience.ALONE, ""),
            new Input.Commanded("help", ""),
            Optional.empty()));
    bot.runDue();
    assertEquals(PER_MINUTE + 2, sent.size());
    clock.advance(Duration.ofMinutes(1));
    happens(new Input.Commanded("help", ""));
    assertEquals(PER_MINUTE + 3, sent.size());
  }

  @Test
  void an_unanswered_question_is_gone_after_half_an_hour_whatever_is_open() {
    happens(new Input.Commanded("draft", ""));
    happens(new Input.Said("is it too late"));
    assertTrue(holdings().conversations().get(0).context().isPresent());
    afterHalfAnHour();
    assertEquals(Optional.empty(), holdings().conversations().get(0).context());
    assertTrue(holdings().conversations().get(0).state().isPresent(), "the draft stays");
  }

  @Test
  void what_is_passed_over_keeps_no_context_longer() {
    happens(new Input.Said("is it too late"));
    for (int i = 0; i < PER_MINUTE + 3; i++) {
      happens(new Input.Said("hello"));
    }
    assertTrue(holdings().conversations().get(0).context().isPresent());
    afterHalfAnHour();
    assertEquals(List.of(), holdings().conversations());
  }

  private void afterHalfAnHour() {
    clock.advance(Conversations.CONTEXT);
    store.expire(clock.instant());
  }

  /** The content is gone for three tries: only the fourth is a turn. */
  @Test
  void a_turn_that_is_tried_again_counts_once_for_its_person_and_in_the_metrics() {
    AtomicInteger failures = new AtomicInteger(3);
    List<String> decided = new ArrayList<>();
    Supplier<Content> shaky =
        () -> {
          if (failures.getAndDecrement() > 0) {
            throw new IllegalStateException("no content");
          }
          return TestContent.get();
        };
    try (Bot tried = bot(shaky, decided)) {
      tried.accept(question("1"));
      for (int i = 0; i < 4; i++) {
        tried.runDue();
        clock.advance(Duration.ofSeconds(16));
      }
      for (int i = 2; i <= PER_MINUTE; i++) {
        tried.accept(question(String.valueOf(i)));
      }
      tried.runDue();
    }
    assertEquals(Collections.nCopies(PER_MINUTE, "answer"), decided);
    assertTrue(last().startsWith("No. You can object today"), last());
  }

  @Test
  void an_apology_is_in_the_persons_language() {
    AtomicInteger failures = new AtomicInteger(5);
    Supplier<Content> shaky =
        () -> {
          if (failures.getAndDecrement() > 0) {
            throw new IllegalStateException("no content");
          }
          return TestContent.get();
        };
    try (Bot failing = bot(shaky, new ArrayList<>())) {
      failing.accept(
          new Incoming(
              "1",
              address("private", Address.Audience.ALONE),
              new Input.Said("is it too late"),
              Optional.of("de-AT")));
      for (int i = 0; i < 6; i++) {
        failing.runDue();
        clock.advance(Duration.ofMinutes(5));
      }
    }
    assertTrue(last().contains("schiefgegangen"), last());
  }

  @Test
  void a_turn_that_another_process_makes_void_is_not_counted() {
    List<String> decided = new ArrayList<>();
    AtomicBoolean first = new AtomicBoolean(true);
    Supplier<Content> slow =
        () -> {
          if (first.getAndSet(false)) {
            forgottenFromElsewhere();
          }
          return TestContent.get();
        };
    try (Bot late = bot(slow, decided)) {
      late.accept(question("1"));
      late.runDue();
    }
    assertEquals(List.of(), decided);
    assertEquals(List.of(), sent);
  }

  @Test
  void a_turn_that_hangs_leaves_deliveries_their_time_and_none_is_begun_any_more()
      throws Exception {
    CountDownLatch delivering = new CountDownLatch(1);
    CountDownLatch arrived = new CountDownLatch(1);
    Sender slow =
        (outgoing, progress) -> {
          delivering.countDown();
          awaited(arrived);
          return send(outgoing, progress);
        };
    CountDownLatch hanging = new CountDownLatch(1);
    AtomicInteger turns = new AtomicInteger();
    Supplier<Content> hangs =
        () -> {
          if (turns.incrementAndGet() == 3) {
            hanging.countDown();
            awaited(new CountDownLatch(1));
          }
          return TestContent.get();
        };
    Bot stopping = bot(hangs, slow, Tally.NONE);
    stopping.accept(question("1"));
    stopping.accept(question("2"));
    stopping.start();
    assertTrue(delivering.await(20, TimeUnit.SECONDS));
    stopping.accept(question("3"));
    assertTrue(hanging.await(20, TimeUnit.SECONDS));
    Thread closing = new Thread(() -> stopping.close(Duration.ofMillis(300)));
    closing.start();
    while (closing.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    arrived.countDown();
    closing.join();
    assertEquals(1, sent.size(), "the second answer waits for the next start");
    assertEquals(1, store.outbox().depth("test"));
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopping");
    }
  }

  private void forgottenFromElsewhere() {
    ConversationKey elsewhere = new ConversationKey("test", "tenant", "other", "ana");
    Conversations conversations = store.conversations(reference -> "");
    assertTrue(store.inbox().accept(new NewEvent("forget", elsewhere, "unread", clock.instant())));
    Decision forget =
        new Decision(
            Optional.empty(),
            Optional.empty(),
            clock.instant(),
            List.of(),
            List.of(),
            Set.of(),
            Optional.empty(),
            true);
    assertTrue(
        conversations.commit(
            store.inbox().claim("test").orElseThrow(), conversations.load(elsewhere), forget));
  }

  private Bot bot(Supplier<Content> content, List<String> decided) {
    Tally tally =
        new Tally() {
          @Override
          public void decided(String kind) {
            decided.add(kind);
          }
        };
    return bot(content, this::send, tally);
  }

  private Bot bot(Supplier<Content> content, Sender sender, Tally tally) {
    return new Bot(
        new BotConfig("test", "", 7, 30, PER_MINUTE, 1, 1),
        content,
        store,
        sender,
        clock,
        new Random(1),
        tally);
  }

  private static Incoming question(String key) {
    return new Incoming(
        key,
        address("private", Address.Audience.ALONE),
        new Input.Said("is it too late"),
        Optional.of("en"));
  }

  @Test
  void somebody_who_leaves_is_not_written_to_again() {
    happens(new Input.Commanded("draft", ""));
    happens(new Input.Left());
    assertEquals(0, holdings().conversations().size());
    clock.advance(Duration.ofDays(8));
    bot.runDue();
    assertEquals(1, sent.size());
  }

  @Test
  void forgetting_deletes_the_messages_and_leaves_nothing() {
    happens(new Input.Commanded("start", ""));
    happens(new Input.Commanded("forget", ""));
    happens(new Input.Pressed("forget:yes"));
    List<String> deleted =
        sent.stream()
            .filter(Outgoing.Delete.class::isInstance)
            .map(one -> ((Outgoing.Delete) one).reference())
            .toList();
    assertEquals(List.of("m1", "m2"), deleted);
    assertTrue(holdings().isEmpty(), holdings().toString());
  }

  @Test
  void too_long_a_text_is_declined_and_changes_nothing() {
    happens(new Input.Commanded("draft", ""));
    happens(new Input.Said("x".repeat(4_001)));
    assertTrue(last().contains("4,000 characters"));
    assertTrue(last().contains("Where do you live?"));
  }

  @Test
  void whoever_runs_the_bot_is_named_under_privacy() {
    happens(new Input.Commanded("privacy", ""));
    assertTrue(last().contains("This bot is run by the works council."), last());
  }

  @Test
  void a_command_nobody_knows_is_said_to_be_unknown() {
    happens(new Input.Commanded("frobnicate", ""));
    assertTrue(last().startsWith("I don't know the command /frobnicate."), last());
  }

  @Test
  void a_deep_link_opens_what_it_names() {
    happens(new Input.Commanded("start", "draft"));
    assertTrue(last().startsWith("Where do you live?"));
    happens(new Input.Commanded("cancel", ""));
    happens(new Input.Commanded("start", "draft_Instagram_fr"));
    assertTrue(last().startsWith("France, Instagram, noted."), last());
  }

  @Test
  void a_deep_link_with_words_nobody_knows_opens_what_it_names_first() {
    happens(new Input.Commanded("start", "draft_nonsense_and_more"));
    assertTrue(last().startsWith("Where do you live?"), last());
  }

  @Test
  void a_link_to_an_answer_shows_it_and_a_broken_one_shows_the_menu() {
    for (String payload : List.of("t_too-late", "s_too-late", "T_too-late_x")) {
      clock.advance(Duration.ofMinutes(1));
      happens(new Input.Commanded("start", payload));
      assertTrue(last().startsWith("No. You can object today"), last());
    }
    for (String payload : List.of("t_no-such-entry", "t", "", "_", "__", "x_y", "frobnicate")) {
      clock.advance(Duration.ofMinutes(1));
      happens(new Input.Commanded("start", payload));
      assertTrue(last().startsWith("I help you keep your data out"), last());
    }
    happens(new Input.Commanded("start", "cases"));
    assertFalse(last().startsWith("I help you"), last());
  }

  @Test
  void words_that_are_passed_on_answer_no_question_of_ours() {
    happens(new Input.Commanded("start", "draft_instagram_fr"));
    happens(new Input.Pressed("reason:none"));
    assertTrue(last().contains("Your name?"), last());
    String mail =
        "Hello, thank you for contacting us about how we use information from your account. We"
            + " have looked at what you sent us and have a few more things to tell you about it.";
    clock.advance(Duration.ofMinutes(1));
    happens(new Input.Said(mail, true));
    String said = ((Outgoing.Say) sent.get(sent.size() - 2)).message().plainText();
    assertTrue(said.startsWith("I can't tell what this answer means."), said);
    assertTrue(last().contains("Your name?"), last());
    happens(new Input.Said("Camille"));
    assertTrue(last().contains("Your e-mail?"), last());
  }

  @Test
  void in_a_group_it_introduces_itself() {
    happens(address("group", Address.Audience.AMONG_OTHERS), "g", new Input.Added());
    assertTrue(last().contains("I stay quiet unless"), last());
  }

  @Test
  void what_cannot_be_read_is_kept_for_the_operator_until_the_person_is_forgotten() {
    Address here = address("private", Address.Audience.ALONE);
    bot.setAside(here, "{\"odd\":" + "x".repeat(100_000));
    bot.setAside(here, "{\"odd\":" + "x".repeat(100_000));
    assertEquals(1, store.inbox().aside().size());
    happens(new Input.Commanded("forget", ""));
    happens(new Input.Pressed("forget:yes"));
    assertEquals(List.of(), store.inbox().aside());
    bot.setAside(here, "odd again");
    clock.advance(Duration.ofDays(8));
    store.expire(clock.instant());
    assertEquals(List.of(), store.inbox().aside());
  }

  @Test
  void who_only_looks_finds_answers_with_their_sources_and_leaves_nothing() {
    List<Found> found = bot.look("is it too late", Optional.of("en"));
    assertEquals("too-late", found.get(0).entry());
    assertTrue(found.size() <= 5);
    assertTrue(found.get(0).message().plainText().contains("https://"));
    assertEquals(List.of(), found.get(0).message().choices());
    assertTrue(bot.look("ist es zu spät?", Optional.of("en")).get(0).title().startsWith("Ist"));
    assertEquals(5, bot.look("", Optional.of("de-AT")).size());
    assertTrue(holdings().isEmpty());
    assertEquals(List.of(), sent);
  }
}
