package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.operation.ExitCode;
import bot.optout.process.KillableProgram;
import bot.optout.process.ManyLetters;
import bot.optout.store.PostgresServer;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL in the middle of many conversations: nothing is lost, no state is applied twice. */
@Timeout(240)
final class SlackKillTest {
  private static final int PEOPLE = 20;
  private static final int KILLS = 3;

  /** Of one program. */
  private static final int LINES = 2;

  @TempDir private Path folder;

  @Test
  void every_message_is_answered_once_however_often_the_process_is_killed() throws Exception {
    try (FakeSlack slack = FakeSlack.start()) {
      List<FakePerson> people = people(slack);
      KillableProgram program = start(slack);
      try {
        for (int kill = 0; kill < KILLS; kill++) {
          sayAll(people, kill);
          awaitMore(slack, PEOPLE);
          program.kill();
          program = start(slack);
        }
        sayAll(people, KILLS);
        slack.awaitLong("the last letter", () -> everybodyHasTheLetter(slack, people));
        assertEquals(ExitCode.DONE, program.terminate());
      } finally {
        program.kill();
      }
      everythingIsTold(slack, people, KILLS);
    }
  }

  /**
   * Two on one PostgreSQL, as two machines would run them, each with lines of its own. One is
   * killed: the other has its turns and its deliveries, too.
   */
  @Test
  @Tag("deep")
  void on_postgresql_another_process_goes_on_for_one_that_is_killed() throws Exception {
    Map<String, String> database = PostgresServer.environment(PostgresServer.newDatabase());
    try (FakeSlack slack = FakeSlack.start();
        KillableProgram killed = start(slack.environment(database));
        KillableProgram other = start(slack.environment(database))) {
      List<FakePerson> people = people(slack);
      sayAll(people, 0);
      awaitMore(slack, 2 * PEOPLE);
      slack.awaitLong("both", () -> ManyLetters.serving(log()) == 2);
      sayAll(people, 1);
      awaitMore(slack, PEOPLE);
      // What is not acknowledged comes again, behind what was said since: Slack keeps no order
      // then.
      slack.awaitAcknowledged();
      killed.kill();
      slack.await("the lines are gone", () -> slack.sockets().connections() == LINES);
      sayAll(people, 2);
      sayAll(people, 3);
      slack.awaitLong("the last letter", () -> everybodyHasTheLetter(slack, people));
      assertTrue(other.isRunning());
      assertEquals(ExitCode.DONE, other.terminate());
      everythingIsTold(slack, people, 1);
    }
  }

  private static List<FakePerson> people(FakeSlack slack) {
    return IntStream.range(0, PEOPLE).mapToObj(id -> new FakePerson(slack, "U0P" + id)).toList();
  }

  /** Everybody goes on by a quarter of the way, all of it at once. */
  private static void sayAll(List<FakePerson> people, int quarter) {
    for (String text : ManyLetters.said(quarter)) {
      people.forEach(person -> person.say(text));
    }
  }

  private static void awaitMore(FakeSlack slack, int messages) throws InterruptedException {
    int enough = posted(slack) + messages;
    slack.await("many answers", () -> posted(slack) >= enough);
  }

  private static int posted(FakeSlack slack) {
    return slack.calls("chat.postMessage").size();
  }

  private static boolean everybodyHasTheLetter(FakeSlack slack, List<FakePerson> people) {
    return people.stream().allMatch(person -> ManyLetters.isAll(texts(slack, person)));
  }

  private void everythingIsTold(FakeSlack slack, List<FakePerson> people, int deaths) {
    people.forEach(person -> ManyLetters.assertTold(texts(slack, person), deaths));
    assertEquals(List.of(), slack.refusals());
    ManyLetters.assertSecret(log(), FakeSlack.BOT_TOKEN, "U0P");
  }

  private static List<String> texts(FakeSlack slack, FakePerson person) {
    return slack.workspace().messages().stream()
        .filter(FakeMessage::fromBot)
        .filter(message -> message.channel().equals(person.directChannel()))
        .filter(message -> message.file().isEmpty())
        .sorted(Comparator.comparing(FakeMessage::ts))
        .map(FakeMessage::words)
        .toList();
  }

  private KillableProgram start(FakeSlack slack) {
    return start(slack.environment("jdbc:sqlite:" + folder.resolve("kill.db")));
  }

  private KillableProgram start(Map<String, String> environment) {
    return KillableProgram.start(SlackMain.class.getName(), List.of(), environment, log());
  }

  private Path log() {
    return folder.resolve("log.txt");
  }
}
