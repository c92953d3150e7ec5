package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bot.optout.Address;
import bot.optout.Incoming;
import bot.optout.Input;
import bot.optout.telegram.FakePeople.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Updates that the store cannot take, in front of the bot's own door. */
@Timeout(60)
final class TelegramPoisonTest {
  private static final Person ANA = FakePeople.person(42);
  private static final Person BEN = FakePeople.person(43);

  /** Gives what says "poison" a key that no store takes. */
  private record Poisoned(TelegramIntake.Door door) implements TelegramIntake.Door {
    @Override
    public boolean accept(Incoming incoming) {
      return door.accept(poisoned(incoming));
    }

    @Override
    public List<Boolean> acceptAll(List<Incoming> several) {
      return door.acceptAll(several.stream().map(Poisoned::poisoned).toList());
    }

    @Override
    public void keep(Address person, String raw) {
      door.keep(person, raw);
    }

    private static Incoming poisoned(Incoming incoming) {
      return incoming.input().equals(new Input.Said("poison"))
          ? new Incoming(
              "x".repeat(70_000), incoming.address(), incoming.input(), incoming.locale())
          : incoming;
    }
  }

  @Test
  void behind_a_good_one_in_the_same_batch_it_is_kept_aside_and_polling_goes_on() {
    try (RunningBot running = new RunningBot(Poisoned::new)) {
      running.telegram.withQueue(queue -> queue.addRaw("{\"update_id\":ID,\"poll\":{}}"));
      running.people.say(ANA, "/help");
      running.people.say(BEN, "poison");
      running.people.say(ANA, "/privacy");
      running.settle();
      assertEquals(2, running.telegram.messages(42).size());
      assertEquals(0, running.telegram.messages(43).size());
      assertEquals(1, running.store.inbox().aside().size());
    }
  }

  @Test
  void brought_among_others_it_is_kept_aside_after_five_tries() {
    try (RunningBot running = new RunningBot();
        TelegramAdapter adapter = Adapters.at(running.telegram)) {
      TelegramIntake intake = Adapters.intake(adapter, new Poisoned(running.door()));
      for (int i = 0; i < 4; i++) {
        assertThrows(
            RuntimeException.class, () -> intake.take(List.of(FakePeople.update(1, 42, "poison"))));
        intake.take(List.of(FakePeople.update(10 + i, 42, "/help")));
      }
      assertEquals(0, running.store.inbox().aside().size());
      intake.take(List.of(FakePeople.update(1, 42, "poison")));
      assertEquals(1, running.store.inbox().aside().size());
    }
  }

  @Test
  void one_failure_each_of_many_good_ones_keeps_none_of_them_aside() {
    try (FakeTelegram telegram = FakeTelegram.start();
        TelegramAdapter adapter = Adapters.at(telegram)) {
      Set<String> seen = new HashSet<>();
      TelegramIntake intake =
          Adapters.intake(
              adapter,
              incoming -> {
                if (seen.add(incoming.dedupeKey())) {
                  throw new IllegalStateException("at first only");
                }
                return true;
              });
      for (int i = 0; i < 10; i++) {
        int id = i;
        assertThrows(
            RuntimeException.class, () -> intake.take(List.of(FakePeople.update(id, 42, "hi"))));
      }
      for (int i = 0; i < 10; i++) {
        intake.take(List.of(FakePeople.update(i, 42, "hi")));
      }
    }
  }

  @Test
  void an_id_of_any_length_is_no_poison() {
    String huge = "9".repeat(70_000);
    try (RunningBot running = new RunningBot()) {
      running.people.message(
          ANA.chat(),
          ANA,
          message -> {
            message.putArray("photo").addObject().put("file_id", "f");
            message.put("media_group_id", huge);
          });
      running.telegram.withQueue(
          queue ->
              queue.addRaw(
                  ("{'update_id':ID,'callback_query':{'id':'"
                          + huge
                          + "','from':{'id':42},"
                          + "'message':{'message_id':1,'chat':{'id':42,'type':'private'}},"
                          + "'data':'draft'}}")
                      .replace('\'', '"')));
      running.people.say(ANA, "/help");
      running.settle();
      assertEquals(2, running.telegram.messages(42).size());
      assertEquals(1, running.store.inbox().aside().size());
    }
  }
}
