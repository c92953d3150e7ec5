package bot.optout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.content.TestContent;
import bot.optout.delivery.Progress;
import bot.optout.delivery.Sending;
import bot.optout.delivery.Tally;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import bot.optout.store.Holdings;
import bot.optout.store.PersonKey;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import bot.optout.transcript.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every reminder, by the clock: when it comes, that it comes once, and when it does not. */
final class CaseRemindersTest {
  private static final Address HERE =
      new Address("test", "tenant", "private", "ana", Address.Audience.ALONE, "route");
  private static final Address ELSEWHERE =
      new Address("test", "tenant", "other", "ana", Address.Audience.ALONE, "route");
  private static final String SENT_ASK = "have you sent it?";

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
  private final List<Message> said = new ArrayList<>();
  private Optional<String> zone = Optional.of("Europe/Lisbon");
  private Sending sending = new Sending.Delivered(List.of("m"));
  private Store store;
  private Bot bot;
  private int count;

  @BeforeEach
  void open() {
    store = Store.open(config(), clock);
    bot = bot(store);
  }

  private StoreConfig config() {
    return StoreConfig.of("jdbc:sqlite:" + folder.resolve("optout.db"));
  }

  private Bot bot(Store on) {
    return new Bot(
        new BotConfig("test", "", 7, 30, 1000, 1, 1),
        TestContent::get,
        on,
        this::send,
        clock,
        new Random(1),
        Tally.NONE);
  }

  private Sending send(Outgoing outgoing, Progress progress) {
    if (outgoing instanceof Outgoing.Say say) {
      said.add(say.message());
    }
    return sending;
  }

  @AfterEach
  void close() {
    bot.close();
    store.close();
  }

  private void happens(Address where, Input input) {
    count++;
    assertTrue(bot.accept(new Incoming("k" + count, where, input, Optional.of("en"), zone)));
    bot.runDue();
  }

  private void says(String text) {
    happens(HERE, new Input.Said(text));
  }

  private void presses(Address where, String label) {
    for (int i = said.size() - 1; i >= 0; i--) {
      Optional<Choice> way =
          said.get(i).choices().stream().filter(one -> one.label().equals(label)).findFirst();
      if (way.isPresent()) {
        happens(where, new Input.Pressed(way.get().id()));
        return;
      }
    }
    throw new AssertionError("no button " + label + " in " + said);
  }

  private void presses(String label) {
    presses(HERE, label);
  }

  /** What is said until then, without anybody doing anything. */
  private List<String> until(String time) {
    said.clear();
    clock.advance(Duration.between(clock.instant(), Instant.parse(time)));
    bot.runDue();
    return said.stream().map(Message::plainText).toList();
  }

  private void nothingUntil(String time) {
    assertEquals(List.of(), until(time), "until " + time);
  }

  private void oneUntil(String time, String part) {
    List<String> heard = until(time);
    assertEquals(1, heard.size(), heard.toString());
    assertTrue(heard.get(0).contains(part), heard.get(0));
  }

  private void letter(String about) {
    says("draft " + about + ", portugal");
    presses("No reason");
    presses("Leave a placeholder");
    presses("Leave a placeholder");
    presses("Leave a placeholder");
    presses("Yes, give me the text");
  }

  private Holdings holdings() {
    return store.people().holdings(new PersonKey("test", "tenant", "ana"));
  }

  @Test
  void a_letter_at_hand_is_asked_about_once_the_next_morning() {
    letter("instagram");
    nothingUntil("2026-11-25T10:59:59Z");
    oneUntil("2026-11-25T11:00:00Z", SENT_ASK);
    nothingUntil("2027-06-01T12:00:00Z");
  }

  @Test
  void the_eve_and_the_day_after_are_told_once_each() {
    letter("instagram");
    presses("Yes, today");
    nothingUntil("2026-12-23T10:59:59Z");
    oneUntil("2026-12-23T11:00:00Z", "Tomorrow, 24 December 2026");
    nothingUntil("2026-12-25T10:59:59Z");
    oneUntil("2026-12-25T11:00:00Z", "was over on 24 December 2026");
    nothingUntil("2027-11-01T12:00:00Z");
  }

  @Test
  void the_hour_is_that_of_the_persons_zone() {
    zone = Optional.of("America/Sao_Paulo");
    letter("instagram");
    nothingUntil("2026-11-25T13:59:59Z");
    oneUntil("2026-11-25T14:00:00Z", SENT_ASK);
  }

  @Test
  void without_a_zone_the_country_tells_it_and_a_zone_nobody_knows_is_none() {
    zone = Optional.of("Middle-earth/Shire");
    letter("instagram");
    oneUntil("2026-11-25T11:00:00Z", SENT_ASK);
  }

  @Test
  void a_bot_that_slept_through_the_day_waits_for_the_morning() {
    letter("instagram");
    nothingUntil("2026-11-25T20:30:00Z");
    nothingUntil("2026-11-26T08:59:59Z");
    oneUntil("2026-11-26T09:00:00Z", SENT_ASK);
    nothingUntil("2026-11-30T12:00:00Z");
  }

  @Test
  void what_came_too_late_is_left_out() {
    letter("instagram");
    presses("Yes, today");
    oneUntil("2027-01-07T12:00:00Z", "was over on 24 December 2026");
  }

  @Test
  void a_snooze_is_a_week_and_can_be_repeated() {
    letter("instagram");
    presses("Yes, today");
    oneUntil("2026-12-26T12:00:00Z", "was over on");
    presses("Remind me in a week");
    nothingUntil("2027-01-02T10:59:59Z");
    oneUntil("2027-01-02T11:00:00Z", "was over on");
    presses("Remind me in a week");
    nothingUntil("2027-01-09T10:59:59Z");
    oneUntil("2027-01-09T11:00:00Z", "was over on");
    presses("No more reminders");
    nothingUntil("2027-11-01T12:00:00Z");
  }

  @Test
  void whoever_acted_hears_no_more() {
    letter("instagram");
    presses("Yes, today");
    presses("They answered");
    presses("I tell you what it says");
    presses("they confirmed it");
    nothingUntil("2027-11-01T12:00:00Z");
  }

  @Test
  void whoever_acted_in_another_chat_hears_no_more_here() {
    letter("instagram");
    presses(ELSEWHERE, "Yes, today");
    nothingUntil("2026-12-23T10:00:00Z");
    happens(ELSEWHERE, new Input.Said("my cases"));
    presses(ELSEWHERE, "Instagram: objection");
    presses(ELSEWHERE, "More about this case");
    presses(ELSEWHERE, "Close the case");
    nothingUntil("2027-11-01T12:00:00Z");
  }

  @Test
  void two_chats_of_one_person_say_it_once() {
    letter("instagram");
    presses("Yes, today");
    happens(ELSEWHERE, new Input.Said("my cases"));
    presses(ELSEWHERE, "Instagram: objection");
    presses(ELSEWHERE, "More about this case");
    presses(ELSEWHERE, "No more reminders");
    happens(ELSEWHERE, new Input.Said("my cases"));
    presses(ELSEWHERE, "Instagram: objection");
    presses(ELSEWHERE, "More about this case");
    presses(ELSEWHERE, "Remind me again");
    oneUntil("2026-12-23T11:00:00Z", "Tomorrow, 24 December 2026");
  }

  @Test
  void a_deleted_case_is_silent_and_leaves_nothing_waiting() {
    letter("instagram");
    presses("Keep no case");
    assertTrue(holdings().cases().isEmpty());
    nothingUntil("2027-11-01T12:00:00Z");
  }

  @Test
  void a_forgotten_person_is_left_alone() {
    letter("instagram");
    presses("Yes, today");
    says("forget me");
    presses("Delete it all");
    nothingUntil("2027-11-01T12:00:00Z");
    store.expire(clock.instant());
    assertTrue(holdings().isEmpty(), holdings().toString());
  }

  @Test
  void whoever_left_is_not_written_to() {
    letter("instagram");
    presses("Yes, today");
    happens(HERE, new Input.Left());
    nothingUntil("2027-11-01T12:00:00Z");
  }

  @Test
  void a_closed_chat_is_noticed_at_the_first_reminder_and_hears_no_second() {
    letter("instagram");
    presses("Yes, today");
    sending = new Sending.Gone();
    assertEquals(1, until("2026-12-23T11:00:00Z").size(), "it was tried");
    sending = new Sending.Delivered(List.of("m"));
    nothingUntil("2027-11-01T12:00:00Z");
  }

  @Test
  void the_middle_of_a_draft_is_told_briefly_and_goes_on() {
    letter("instagram");
    presses("Yes, today");
    nothingUntil("2026-12-23T10:00:00Z");
    says("draft facebook, portugal");
    List<String> heard = until("2026-12-23T11:00:00Z");
    assertEquals(2, heard.size(), heard.toString());
    assertTrue(heard.get(0).startsWith("By the way:"), heard.get(0));
    assertTrue(heard.get(1).startsWith("Do you want to give a reason?"), heard.get(1));
    presses("Remind me in a week");
    presses("No reason");
    assertTrue(said.get(said.size() - 1).plainText().startsWith("Your name?"));
  }

  @Test
  void reminders_survive_a_restart() {
    letter("instagram");
    presses("Yes, today");
    bot.close();
    store.close();
    open();
    oneUntil("2026-12-23T11:00:00Z", "Tomorrow, 24 December 2026");
  }

  @Test
  void two_replicas_say_it_once() {
    letter("instagram");
    presses("Yes, today");
    said.clear();
    clock.advance(Duration.between(clock.instant(), Instant.parse("2026-12-23T11:00:00Z")));
    try (Store second = Store.open(config(), clock);
        Bot replica = bot(second)) {
      replica.runDue();
      bot.runDue();
      replica.runDue();
    }
    assertEquals(1, said.size(), said.toString());
  }

  @Test
  void a_case_ends_with_its_time_and_so_do_its_words() {
    letter("instagram");
    presses("Yes, today");
    says("my cases");
    presses("Instagram: objection");
    presses("More about this case");
    presses("Close the case");
    until("2026-12-23T12:00:00Z");
    store.expire(clock.instant());
    assertEquals(1, holdings().cases().size());
    until("2026-12-24T12:00:00Z");
    assertEquals(1, store.expire(clock.instant()).cases());
    assertFalse(holdings().cases().stream().findAny().isPresent());
  }
}
