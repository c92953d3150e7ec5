package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bot.optout.BotProfile;
import bot.optout.Found;
import bot.optout.telegram.FakePeople.Chat;
import bot.optout.telegram.FakePeople.Person;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class InlineDeskTest {
  private static final Person ANA = FakePeople.person(42);

  /** Answers nobody before it is opened. */
  private record Closed(CompletableFuture<List<Found>> opened) implements InlineDesk.Library {
    @Override
    public List<Found> look(String question, Optional<String> locale) {
      return opened.join();
    }

    @Override
    public BotProfile profile(Optional<String> locale) {
      return Adapters.NO_LIBRARY.profile(locale);
    }
  }

  @Test
  void of_what_somebody_types_the_newest_counts_and_as_a_guest_every_question() {
    CompletableFuture<List<Found>> opened = new CompletableFuture<>();
    try (FakeTelegram telegram = FakeTelegram.start();
        TelegramAdapter adapter = Adapters.guest(telegram);
        InlineDesk desk = adapter.inline(Adapters.SELF, new Closed(opened))) {
      FakePeople people = new FakePeople(telegram);
      TelegramLoop loop =
          adapter.loop(adapter.intake(Adapters.SELF, incoming -> true, desk), adapter.pulse());
      new Thread(loop::run, "poll").start();
      String first = people.inline(FakePeople.person(1), "x");
      String second = people.inline(FakePeople.person(2), "x");
      telegram.await(() -> telegram.unconfirmed() == 0);
      String here = people.callGuest(Chat.supergroup(7), ANA, "x");
      String there = people.callGuest(Chat.supergroup(8), ANA, "x");
      String typing = people.inline(ANA, "is it");
      String typed = people.inline(ANA, "is it too late");
      telegram.await(() -> telegram.unconfirmed() == 0);
      opened.complete(List.of());
      telegram.await(() -> telegram.inlineAnswers().containsKey(typed));
      telegram.await(() -> telegram.inlineAnswers().size() >= 5);
      assertEquals(
          Set.of(first, second, here, there, typed), telegram.inlineAnswers().keySet(), typing);
      loop.stop();
    }
  }
}
