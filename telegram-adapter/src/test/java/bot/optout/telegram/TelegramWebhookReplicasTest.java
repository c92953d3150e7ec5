package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.operation.ExitCode;
import bot.optout.process.KillableProgram;
import bot.optout.store.PostgresServer;
import bot.optout.store.StoreConfig;
import bot.optout.telegram.FakePeople.Person;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two programs behind one webhook and one database; one of them is killed. */
@Tag("deep")
@Timeout(300)
final class TelegramWebhookReplicasTest {
  private static final int PEOPLE = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<List<String>> SAID_AND_ANSWERED =
      List.of(
          List.of("draft", "Where do you live?"),
          List.of("France", "Which accounts is it about?"),
          List.of("instagram", "Do you want to give a reason?"),
          List.of("no reason", "Your name?"));

  private final StoreConfig database = PostgresServer.newDatabase();

  @TempDir private Path folder;

  @Test
  void updates_go_to_both_and_to_the_other_when_one_is_killed() throws Exception {
    List<Integer> ports = List.of(freePort(), freePort());
    try (FakeTelegram telegram = FakeTelegram.start();
        FakeBalancer balancer = FakeBalancer.before(ports);
        KillableProgram killed = start(telegram, balancer, ports.get(0));
        KillableProgram stopped = start(telegram, balancer, ports.get(1))) {
      FakePeople people = new FakePeople(telegram);
      say(people, 0);
      telegram.await(() -> answered(telegram, 1), PATIENCE);
      say(people, 1);
      telegram.await(() -> answered(telegram, 2), PATIENCE);
      say(people, 2);
      telegram.await(() -> telegram.unconfirmed() == 0, PATIENCE);
      killed.kill();
      say(people, 3);
      telegram.await(() -> answered(telegram, 4), PATIENCE);
      assertEquals(ExitCode.DONE, stopped.terminate());
      IntStream.range(0, PEOPLE).forEach(who -> holdsTogether(telegram, who));
      assertEquals(0, telegram.calls("getUpdates").size());
      assertEquals(List.of(), telegram.refusalsThatMatter());
    }
  }

  /** In order and once, but for the one in flight when the process died. */
  private static void holdsTogether(FakeTelegram telegram, int who) {
    List<String> texts =
        telegram.messages(person(who).id()).stream().map(FakeMessage::text).toList();
    List<String> different =
        IntStream.range(0, texts.size())
            .filter(i -> i == 0 || !texts.get(i).equals(texts.get(i - 1)))
            .mapToObj(texts::get)
            .toList();
    assertEquals(SAID_AND_ANSWERED.size(), different.size(), texts::toString);
    for (int i = 0; i < different.size(); i++) {
      assertTrue(different.get(i).startsWith(SAID_AND_ANSWERED.get(i).get(1)), different::toString);
    }
    assertTrue(texts.size() <= different.size() + 1, texts::toString);
  }

  private static void say(FakePeople people, int turn) {
    IntStream.range(0, PEOPLE)
        .forEach(who -> people.say(person(who), SAID_AND_ANSWERED.get(turn).get(0)));
  }

  private static Person person(int who) {
    return FakePeople.person(100 + who);
  }

  private static boolean answered(FakeTelegram telegram, int times) {
    return IntStream.range(0, PEOPLE)
        .allMatch(who -> telegram.messages(person(who).id()).size() >= times);
  }

  private KillableProgram start(FakeTelegram telegram, FakeBalancer balancer, int port) {
    Map<String, String> environment = telegram.environment(PostgresServer.environment(database));
    environment.put("OPTOUT_HTTP_PORT", Integer.toString(port));
    environment.put("TELEGRAM_WEBHOOK_URL", balancer.url());
    environment.put("TELEGRAM_WEBHOOK_SECRET", "a-secret-for-tests-only");
    return KillableProgram.start(
        TelegramMain.class.getName(), List.of(), environment, folder.resolve("log" + port));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
