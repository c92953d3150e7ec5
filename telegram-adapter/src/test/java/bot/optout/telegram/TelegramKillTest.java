package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.operation.ExitCode;
import bot.optout.process.KillableProgram;
import bot.optout.store.PostgresServer;
import bot.optout.telegram.FakePeople.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /** What everybody types, and how the answer to each begins. */
  private static final List<List<String>> SAID_AND_ANSWERED =
      List.of(
          List.of("draft", "Where do you live?"),
          List.of("France", "Which accounts is it about?"),
          List.of("instagram", "Do you want to give a reason?"),
          List.of("no reason", "Your name?"),
          List.of("Camille", "Your e-mail?"),
          List.of("camille@example.org", "Your profile link"),
          List.of("@camille", "Camille"),
          List.of("yes", "Your objection"));

  private static final String LAST = "Tell me when it is on its way";

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
      IntStream.rangeClosed(1, PEOPLE).forEach(id -> holdsTogether(telegram, id));
      assertEquals(List.of(), telegram.refusalsThatMatter());
      nobodyIsNamedInTheLog();
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
          telegram.await(() -> runningPrograms() == 2, PATIENCE);
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
      IntStream.rangeClosed(1, PEOPLE).forEach(id -> holdsTogether(telegram, id));
      assertEquals(List.of(), telegram.refusalsThatMatter());
      nobodyIsNamedInTheLog();
    }
  }

  private void nobodyIsNamedInTheLog() {
    try {
      String log = Files.readString(folder.resolve("log.txt"));
      for (String secret :
          List.of("amille", "example.org", "instagram", FakeTelegram.TOKEN, "\"1001\"", " 1001")) {
        assertFalse(log.contains(secret), () -> secret + " in the log:\n" + log);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many of them have learned and listen. */
  private long runningPrograms() {
    try (Stream<String> lines = Files.lines(folder.resolve("log.txt"))) {
      return lines.filter(line -> line.contains("Health and metrics on port")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everybody goes on by a quarter of the way, all of it at once. */
  private static void sayAll(FakePeople people, int quarter) {
    int each = SAID_AND_ANSWERED.size() / (KILLS + 1);
    for (List<String> turn : SAID_AND_ANSWERED.subList(quarter * each, (quarter + 1) * each)) {
      for (int id = 1; id <= PEOPLE; id++) {
        people.say(person(id), turn.get(0));
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
    return IntStream.rangeClosed(1, PEOPLE)
        .allMatch(id -> texts(telegram, id).stream().anyMatch(text -> text.startsWith(LAST)));
  }

  /** The answers stand in order and each once, but for the one in flight when a process died. */
  private static void holdsTogether(FakeTelegram telegram, int id) {
    List<String> texts = texts(telegram, id);
    List<String> different = new ArrayList<>();
    for (String text : texts) {
      if (different.isEmpty() || !different.get(different.size() - 1).equals(text)) {
        different.add(text);
      }
    }
    assertEquals(
        SAID_AND_ANSWERED.size() + 2, different.size(), () -> String.join("\n--\n", texts));
    for (int i = 0; i < SAID_AND_ANSWERED.size(); i++) {
      String expected = SAID_AND_ANSWERED.get(i).get(1);
      assertTrue(different.get(i).startsWith(expected), () -> String.join("\n--\n", texts));
    }
    assertTrue(texts.size() - different.size() <= KILLS, "repeated more than the one in flight");
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
        TelegramMain.class.getName(),
        List.of(),
        telegram.environment(database),
        folder.resolve("log.txt"));
  }
}
