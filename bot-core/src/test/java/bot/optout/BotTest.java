package bot.optout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.content.TestContent;
import bot.optout.delivery.Sending;
import bot.optout.delivery.Tally;
import bot.optout.store.Holdings;
import bot.optout.store.PersonKey;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import bot.optout.transcript.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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
          new BotConfig("test", "the works council", 7, PER_MINUTE, 1, 1),
          TestContent::fast,
          store,
          this::send,
          clock,
          new Random(1),
          Tally.NONE);
  private int count;

  private Sending send(Outgoing outgoing) {
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
  }
}
