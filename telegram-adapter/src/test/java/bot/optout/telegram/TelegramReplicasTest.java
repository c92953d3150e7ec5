package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bot.optout.embedding.OnnxEmbedder;
import bot.optout.knowledge.SentenceModel;
import bot.optout.operation.ExitCode;
import bot.optout.operation.Settings;
import bot.optout.store.PostgresServer;
import bot.optout.store.StoreConfig;
import bot.optout.telegram.FakePeople.Person;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two programs, as two machines would run them, on one PostgreSQL, while people talk. */
@Timeout(180)
final class TelegramReplicasTest {
  private static final int PEOPLE = 4;

  private final SentenceModel model = OnnxEmbedder.load();
  private final StoreConfig database = PostgresServer.newDatabase();

  private record Running(TelegramProgram program, CompletableFuture<Integer> end) {
    void stop() throws Exception {
      assertEquals(ExitCode.DONE, program.stop());
      assertEquals(ExitCode.DONE, end.get(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void whoever_stops_hands_over_and_everybody_is_answered_once() throws Exception {
    try (FakeTelegram telegram = FakeTelegram.start()) {
      FakePeople people = new FakePeople(telegram);
      Running first = start(telegram);
      everybody(people, "/start");
      telegram.await(() -> answered(telegram, 1));
      Running second = start(telegram);
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

  private Running start(FakeTelegram telegram) {
    Map<String, String> environment = telegram.environment(PostgresServer.environment(database));
    TelegramProgram program =
        new TelegramProgram(
            new Settings(environment, TelegramReplicasTest::noFile),
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
