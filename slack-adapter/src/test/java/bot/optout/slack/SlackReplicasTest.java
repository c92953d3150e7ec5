package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.program.RunningProgram;
import bot.optout.store.PostgresServer;
import bot.optout.store.StoreConfig;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two programs side by side, as two machines would run them, on one database server. */
@Tag("deep")
@Timeout(180)
final class SlackReplicasTest {
  private static final int PEOPLE = 4;
  private static final List<List<String>> SAID_AND_ANSWERED =
      List.of(
          List.of("draft", "Where do you live?"),
          List.of("France", "Which accounts is it about?"),
          List.of("instagram", "Do you want to give a reason?"));

  private final StoreConfig database = PostgresServer.newDatabase();

  @Test
  void conversations_go_on_wherever_their_words_arrive_and_whoever_stops() throws Exception {
    try (FakeSlack slack = FakeSlack.start()) {
      List<FakePerson> people =
          IntStream.range(0, PEOPLE).mapToObj(id -> new FakePerson(slack, "U0R" + id)).toList();
      RunningProgram first = start(slack.environment(PostgresServer.environment(database)));
      RunningProgram second = start(slack.environment(PostgresServer.environment(database)));
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

  @Test
  void requests_go_to_either_and_a_modal_that_one_opened_goes_on_at_the_other() throws Exception {
    try (FakeSlack slack = FakeSlack.start()) {
      FakePerson ana = new FakePerson(slack, "U0ANA");
      slack.workspace().channel("C0GENERAL", "U0ANA", FakeSlack.BOT_USER);
      int one = freePort();
      int two = freePort();
      RunningProgram first = started(slack, one);
      RunningProgram second = started(slack, two);
      slack.comeTo(one, two);
      FakePerson ben = new FakePerson(slack, "U0BEN");
      ana.command("C0GENERAL", "draft");
      ben.say("draft");
      asked(slack, ana, "Where do you live?");
      ana.submit("France");
      ben.say("France");
      asked(slack, ana, "Which accounts is it about?");
      ana.pressIn(ana.modal().orElseThrow(), "Instagram");
      asked(slack, ana, "That's all");
      ana.pressIn(ana.modal().orElseThrow(), "That's all");
      ben.say("instagram");
      asked(slack, ana, "Do you want to give a reason?");
      ana.pressIn(ana.modal().orElseThrow(), "No reason");
      ben.say("no reason");
      asked(slack, ana, "Your name?");
      ana.submit("Camille");
      asked(slack, ana, "Your e-mail?");
      ana.submit("camille@example.org");
      asked(slack, ana, "Your profile link");
      ana.submit("@camille");
      asked(slack, ana, "Yes, give me the text");
      ana.pressIn(ana.modal().orElseThrow(), "Yes, give me the text");
      asked(slack, ana, "Where it goes");
      slack.await("Ben's answers", () -> texts(slack, ben).size() >= 4);
      first.stop();
      second.stop();
      assertTrue(texts(slack, ben).get(3).startsWith("Your name?"), texts(slack, ben)::toString);
      assertEquals(4, texts(slack, ben).size());
      assertEquals(List.of(), slack.refusals());
      assertEquals(List.of(), slack.requests().complaints());
    }
  }

  private static void asked(FakeSlack slack, FakePerson person, String question)
      throws InterruptedException {
    slack.await(
        question,
        () ->
            person.modal().filter(modal -> modal.asMessage().seen().contains(question)).isPresent()
                && slack.wire().allAcknowledged());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** A command that comes before a program knows who it is would be lost. */
  private RunningProgram started(FakeSlack slack, int port) throws Exception {
    int admin = freePort();
    Map<String, String> environment = slack.environment(PostgresServer.environment(database), port);
    environment.put("OPTOUT_ADMIN_PORT", Integer.toString(admin));
    RunningProgram running = start(environment);
    HttpRequest ready =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + admin + "/readyz")).build();
    slack.await("ready", () -> isReady(ready));
    return running;
  }

  private static boolean isReady(HttpRequest ready) {
    try {
      return HttpClient.newHttpClient().send(ready, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
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

  private static RunningProgram start(Map<String, String> environment) {
    return RunningProgram.start(SlackPlatform::from, environment);
  }
}
