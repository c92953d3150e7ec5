package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.operation.ExitCode;
import bot.optout.process.KillableProgram;
import bot.optout.process.ManyLetters;
import bot.optout.store.PostgresServer;
import bot.optout.telegram.FakePeople.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** SIGKILL in the middle of many conversations: nothing is lost, no state is applied twice. */
@Timeout(600)
@Execution(ExecutionMode.CONCURRENT)
final class TelegramKillTest {
  private static final int PEOPLE = 30;
  private static final int KILLS = 3;

  /** A new process learns before it listens, on a busy machine for long. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Duration TAKEOVER = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void every_message_is_answered_once_however_often_the_process_is_killed() {
    try (FakeTelegram telegram = FakeTelegram.start()) {
      FakePeople people = new FakePeople(telegram);
      KillableProgram program = start(telegram);
      try {
        for (int kill = 0; kill < KILLS; kill++) {
          sayAll(people, kill);
          int enough = sent(telegram) + PEOPLE;
          telegram.await(() -> sent(telegram) >= enough, PATIENCE);
          program.kill();
          program = start(telegram);
        }
        sayAll(people, KILLS);
        telegram.await(() -> everybodyHasTheLetter(telegram), PATIENCE);
        assertEquals(ExitCode.DONE, program.terminate());
      } finally {
        program.kill();
      }
      everythingIsTold(telegram, KILLS);
    }
  }

  /**
   * Two on one PostgreSQL, as two machines would run them. The one that polls is killed: the other
   * takes its place.
   */
  @Test
  @Tag("deep")
  void on_postgresql_another_process_takes_over_from_one_that_is_killed() {
    Map<String, String> database = PostgresServer.environment(PostgresServer.newDatabase());
    try (FakeTelegram telegram = FakeTelegram.start()) {
      FakePeople people = new FakePeople(telegram);
      KillableProgram first = start(telegram, database);
      try {
        sayAll(people, 0);
        telegram.await(() -> sent(telegram) >= 2 * PEOPLE, PATIENCE);
        try (KillableProgram second = start(telegram, database)) {
          telegram.await(() -> ManyLetters.serving(log()) == 2, PATIENCE);
          int enough = sent(telegram) + PEOPLE / 2;
          sayAll(people, 1);
          telegram.await(() -> sent(telegram) >= enough, PATIENCE);
          first.kill();
          long killed = System.nanoTime();
          assertTrue(second.isRunning());
          int polls = telegram.calls("getUpdates").size();
          sayAll(people, 2);
          telegram.await(() -> telegram.calls("getUpdates").size() > polls, PATIENCE);
          Duration takeover = Duration.ofNanos(System.nanoTime() - killed);
          assertTrue(takeover.compareTo(TAKEOVER) < 0, takeover.toString());
          sayAll(people, 3);
          telegram.await(() -> everybodyHasTheLetter(telegram), PATIENCE);
        }
      } finally {
        first.kill();
      }
      everythingIsTold(telegram, 1);
    }
  }

  private void everythingIsTold(FakeTelegram telegram, int deaths) {
    IntStream.rangeClosed(1, PEOPLE)
        .forEach(id -> ManyLetters.assertTold(texts(telegram, id), deaths));
    assertEquals(List.of(), telegram.refusalsThatMatter());
    ManyLetters.assertSecret(log(), FakeTelegram.TOKEN, "\"1001\"", " 1001");
  }

  /** Everybody goes on by a quarter of the way, all of it at once. */
  private static void sayAll(FakePeople people, int quarter) {
    for (String text : ManyLetters.said(quarter)) {
      for (int id = 1; id <= PEOPLE; id++) {
        people.say(person(id), text);
      }
    }
  }

  private static Person person(int id) {
    return FakePeople.person(1_000 + id);
  }

  private static int sent(FakeTelegram telegram) {
    return telegram.calls("sendMessage").size();
  }

  private static boolean everybodyHasTheLetter(FakeTelegram telegram) {
    return IntStream.rangeClosed(1, PEOPLE).allMatch(id -> ManyLetters.isAll(texts(telegram, id)));
  }

  private static List<String> texts(FakeTelegram telegram, int id) {
    return telegram.messages(1_000 + id).stream()
        .filter(message -> message.file().isEmpty())
        .map(FakeMessage::text)
        .toList();
  }

  private KillableProgram start(FakeTelegram telegram) {
    return start(
        telegram, Map.of("OPTOUT_DATABASE_URL", "jdbc:sqlite:" + folder.resolve("kill.db")));
  }

  private KillableProgram start(FakeTelegram telegram, Map<String, String> database) {
    return KillableProgram.start(
        TelegramMain.class.getName(), List.of(), telegram.environment(database), log());
  }

  private Path log() {
    return folder.resolve("log.txt");
  }
}
