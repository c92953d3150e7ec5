package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bot.optout.program.RunningProgram;
import bot.optout.store.PostgresServer;
import bot.optout.store.StoreConfig;
import bot.optout.telegram.FakePeople.Person;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two programs, as two machines would run them, on one PostgreSQL, while people talk. */
@Timeout(180)
final class TelegramReplicasTest {
  private static final int PEOPLE = 4;

  private final StoreConfig database = PostgresServer.newDatabase();

  @Test
  void whoever_stops_hands_over_and_everybody_is_answered_once() throws Exception {
    try (FakeTelegram telegram = FakeTelegram.start()) {
      FakePeople people = new FakePeople(telegram);
      RunningProgram first = start(telegram);
      everybody(people, "/start");
      telegram.await(() -> answered(telegram, 1));
      RunningProgram second = start(telegram);
      everybody(people, "/draft");
      first.stop();
      everybody(people, "/cancel");
      telegram.await(() -> answered(telegram, 3));
      second.stop();
      IntStream.range(0, PEOPLE)
          .forEach(who -> assertEquals(3, telegram.messages(person(who).id()).size()));
      assertEquals(List.of(), telegram.refusalsThatMatter());
    }
  }

  private static void everybody(FakePeople people, String text) {
    IntStream.range(0, PEOPLE).forEach(who -> people.say(person(who), text));
  }

  private static Person person(int who) {
    return FakePeople.person(100 + who);
  }

  private static boolean answered(FakeTelegram telegram, int times) {
    return IntStream.range(0, PEOPLE)
        .allMatch(who -> telegram.messages(person(who).id()).size() >= times);
  }

  private RunningProgram start(FakeTelegram telegram) {
    return RunningProgram.start(
        TelegramPlatform::from, telegram.environment(PostgresServer.environment(database)));
  }
}
