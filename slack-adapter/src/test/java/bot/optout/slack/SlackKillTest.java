package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.operation.ExitCode;
import bot.optout.process.KillableProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL in the middle of many conversations: nothing is lost, no state is applied twice. */
@Timeout(240)
final class SlackKillTest {
  private static final int PEOPLE = 20;
  private static final int KILLS = 3;

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
  void every_message_is_answered_once_however_often_the_process_is_killed() throws Exception {
    try (FakeSlack slack = FakeSlack.start()) {
      List<FakePerson> people =
          IntStream.range(0, PEOPLE).mapToObj(id -> new FakePerson(slack, "U0P" + id)).toList();
      KillableProgram program = start(slack);
      try {
        for (int kill = 0; kill < KILLS; kill++) {
          sayAll(people, kill);
          int enough = posted(slack) + PEOPLE;
          slack.await("many answers", () -> posted(slack) >= enough);
          program.kill();
          program = start(slack);
        }
        sayAll(people, KILLS);
        slack.await("the last letter", () -> everybodyHasTheLetter(slack, people));
        assertEquals(ExitCode.DONE, program.terminate());
      } finally {
        program.kill();
      }
      people.forEach(person -> holdsTogether(slack, person));
      assertEquals(List.of(), slack.refusals());
      String log = Files.readString(folder.resolve("log.txt"));
      for (String secret :
          List.of("amille", "example.org", "instagram", FakeSlack.BOT_TOKEN, "U0P")) {
        assertFalse(log.contains(secret), () -> secret + " in the log:\n" + log);
      }
    }
  }

  /** Everybody goes on by a quarter of the way, all of it at once. */
  private static void sayAll(List<FakePerson> people, int quarter) {
    int each = SAID_AND_ANSWERED.size() / (KILLS + 1);
    for (List<String> turn : SAID_AND_ANSWERED.subList(quarter * each, (quarter + 1) * each)) {
      people.forEach(person -> person.say(turn.get(0)));
    }
  }

  private static int posted(FakeSlack slack) {
    return slack.calls("chat.postMessage").size();
  }

  private static boolean everybodyHasTheLetter(FakeSlack slack, List<FakePerson> people) {
    return people.stream()
        .allMatch(person -> texts(slack, person).stream().anyMatch(text -> text.startsWith(LAST)));
  }

  /** The answers stand in order and each once, but for the one in flight when a process died. */
  private static void holdsTogether(FakeSlack slack, FakePerson person) {
    List<String> texts = texts(slack, person);
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
    return KillableProgram.start(
        SlackMain.class.getName(),
        List.of(),
        slack.environment("jdbc:sqlite:" + folder.resolve("kill.db")),
        folder.resolve("log.txt"));
  }
}
