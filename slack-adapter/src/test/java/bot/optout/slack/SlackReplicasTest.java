package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.embedding.OnnxEmbedder;
import bot.optout.knowledge.SentenceModel;
import bot.optout.operation.ExitCode;
import bot.optout.operation.Settings;
import bot.optout.store.PostgresServer;
import bot.optout.store.StoreConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two programs with their sockets side by side, as two machines would run them, on one server. */
@Tag("deep")
@Timeout(180)
final class SlackReplicasTest {
  private static final int PEOPLE = 4;
  private static final List<List<String>> SAID_AND_ANSWERED =
      List.of(
          List.of("draft", "Where do you live?"),
          List.of("France", "Which accounts is it about?"),
          List.of("instagram", "Do you want to give a reason?"));

  private final SentenceModel model = OnnxEmbedder.load();
  private final StoreConfig database = PostgresServer.newDatabase();

  private record Running(SlackProgram program, CompletableFuture<Integer> end) {
    void stop() throws Exception {
      assertEquals(ExitCode.DONE, program.stop());
      assertEquals(ExitCode.DONE, end.get(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void conversations_go_on_wherever_their_words_arrive_and_whoever_stops() throws Exception {
    try (FakeSlack slack = FakeSlack.start()) {
      List<FakePerson> people =
          IntStream.range(0, PEOPLE).mapToObj(id -> new FakePerson(slack, "U0R" + id)).toList();
      Running first = start(slack);
      Running second = start(slack);
      say(people, 0);
      slack.await("the first answers", () -> answered(slack, people, 1));
      say(people, 1);
      slack.await("the second answers", () -> answered(slack, people, 2));
      say(people, 2);
      first.stop();
      slack.await("the last answers", () -> answered(slack, people, 3));
      second.stop();
      for (FakePerson person : people) {
        List<String> texts = texts(slack, person);
        assertEquals(SAID_AND_ANSWERED.size(), texts.size(), texts.toString());
        for (int i = 0; i < texts.size(); i++) {
          assertTrue(texts.get(i).startsWith(SAID_AND_ANSWERED.get(i).get(1)), texts.toString());
        }
      }
      assertEquals(List.of(), slack.refusals());
    }
  }

  private static void say(List<FakePerson> people, int turn) {
    people.forEach(person -> person.say(SAID_AND_ANSWERED.get(turn).get(0)));
  }

  private static boolean answered(FakeSlack slack, List<FakePerson> people, int times) {
    return people.stream().allMatch(person -> texts(slack, person).size() >= times);
  }

  private static List<String> texts(FakeSlack slack, FakePerson person) {
    return slack.workspace().messages().stream()
        .filter(FakeMessage::fromBot)
        .filter(message -> message.channel().equals(person.directChannel()))
        .sorted(Comparator.comparing(FakeMessage::ts))
        .map(FakeMessage::words)
        .toList();
  }

  private Running start(FakeSlack slack) {
    Map<String, String> environment = new HashMap<>(PostgresServer.environment(database));
    environment.put("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN);
    environment.put("SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
    environment.put("SLACK_API_URL", slack.apiUrl());
    environment.put("OPTOUT_ADMIN_PORT", "0");
    SlackProgram program =
        new SlackProgram(
            new Settings(environment, SlackReplicasTest::noFile),
            () -> model,
            Clock.systemUTC(),
            new Random(3),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    return new Running(
        program,
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return program.run(List.of());
              } catch (InterruptedException e) {
                throw new CompletionException(e);
              }
            }));
  }

  private static String noFile(String path) throws IOException {
    throw new IOException("no files here");
  }
}
