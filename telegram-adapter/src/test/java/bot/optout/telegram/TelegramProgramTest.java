package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.embedding.OnnxEmbedder;
import bot.optout.knowledge.SentenceModel;
import bot.optout.operation.ExitCode;
import bot.optout.operation.Settings;
import bot.optout.telegram.FakePeople.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class TelegramProgramTest {
  private static final Person ANA = FakePeople.person(42);
  private static SentenceModel model;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @BeforeAll
  static void load() {
    model = OnnxEmbedder.load();
  }

  @Test
  void all_problems_are_told_at_once() throws Exception {
    TelegramProgram program =
        program(
            Map.of(
                "TELEGRAM_BOT_TOKEN", "not a token",
                "TELEGRAM_API_URL", "https://example.com/prefix",
                "TELEGRAM_RATE_PER_SECOND", "0",
                "TELEGRAM_WEBHOOK_URL", "https://example.com/elsewhere",
                "OPTOUT_ADMIN_PORT", "x"));
    assertEquals(ExitCode.BAD_CONFIGURATION, program.run(List.of("--check")));
    for (String name :
        List.of(
            "TELEGRAM_BOT_TOKEN",
            "TELEGRAM_API_URL",
            "TELEGRAM_RATE_PER_SECOND",
            "TELEGRAM_WEBHOOK_URL",
            "TELEGRAM_WEBHOOK_SECRET is missing",
            "OPTOUT_ADMIN_PORT")) {
      assertTrue(printed().contains("problem: " + name), printed());
    }
    assertFalse(printed().contains("not a token"), printed());
  }

  @Test
  void a_missing_token_is_a_problem_and_a_good_one_is_not() throws Exception {
    assertEquals(ExitCode.BAD_CONFIGURATION, program(Map.of()).run(List.of("--check")));
    assertTrue(printed().contains("TELEGRAM_BOT_TOKEN is missing"), printed());
    Map<String, String> good = Map.of("TELEGRAM_BOT_TOKEN", FakeTelegram.TOKEN);
    assertEquals(ExitCode.DONE, program(good).run(List.of("--check")));
    assertEquals(ExitCode.BAD_CONFIGURATION, program(good).run(List.of("--chekc")));
  }

  @Test
  void it_answers_until_it_is_stopped() throws Exception {
    try (FakeTelegram telegram = FakeTelegram.start()) {
      telegram.fault("getMe", Fault.error(502, "Bad Gateway"));
      TelegramProgram program = program(at(telegram));
      CompletableFuture<Integer> end = running(program);
      FakePeople people = new FakePeople(telegram);
      people.say(ANA, "/start");
      telegram.await(() -> !telegram.messages(42).isEmpty());
      telegram.await(() -> !telegram.calls("setMyCommands").isEmpty());
      assertEquals(ExitCode.DONE, program.stop());
      assertEquals(ExitCode.DONE, end.get(20, TimeUnit.SECONDS));
      assertEquals(List.of(), telegram.refusals());
    }
  }

  /** All that a label may be called; none of them can tell who anybody is. */
  private static final Set<String> LABELS = Set.of("platform", "kind", "outcome", "le");

  @Test
  void its_metrics_count_what_telegram_refused_and_know_nobody() throws Exception {
    try (FakeTelegram telegram = FakeTelegram.start()) {
      int port = freePort();
      Map<String, String> environment = new HashMap<>(at(telegram));
      environment.put("OPTOUT_ADMIN_PORT", Integer.toString(port));
      TelegramProgram program = program(environment);
      CompletableFuture<Integer> end = running(program);
      telegram.fault("sendMessage", Fault.tooMany(1));
      FakePeople people = new FakePeople(telegram);
      people.say(ANA, "/start");
      people.say(ANA, "is it too late");
      telegram.await(() -> telegram.messages(42).size() == 2);
      List<String> metrics = scraped(port);
      program.stop();
      end.get(20, TimeUnit.SECONDS);
      assertTrue(
          metrics.contains("optout_messages_total{outcome=\"limited\",platform=\"telegram\"} 1.0"),
          () -> String.join("\n", metrics));
      assertTrue(
          metrics.contains("optout_decisions_total{kind=\"answer\",platform=\"telegram\"} 1.0"),
          () -> String.join("\n", metrics));
      Matcher label = Pattern.compile("[{,](\\w+)=").matcher(String.join("\n", metrics));
      while (label.find()) {
        assertTrue(LABELS.contains(label.group(1)), label.group(1));
      }
    }
  }

  private static List<String> scraped(int port) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build(),
            HttpResponse.BodyHandlers.ofLines())
        .body()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  @Test
  void with_a_webhook_it_answers_what_telegram_brings_and_leaves_the_webhook_standing()
      throws Exception {
    try (FakeTelegram telegram = FakeTelegram.start()) {
      int port = freePort();
      Map<String, String> environment = new HashMap<>(at(telegram));
      environment.put("OPTOUT_HTTP_PORT", Integer.toString(port));
      environment.put("TELEGRAM_WEBHOOK_URL", "http://127.0.0.1:" + port + TelegramWebhook.PATH);
      environment.put("TELEGRAM_WEBHOOK_SECRET", "a-secret-for-tests-only");
      TelegramProgram program = program(environment);
      CompletableFuture<Integer> end = running(program);
      new FakePeople(telegram).say(ANA, "/start");
      telegram.await(() -> !telegram.messages(42).isEmpty());
      assertEquals(ExitCode.DONE, program.stop());
      assertEquals(ExitCode.DONE, end.get(20, TimeUnit.SECONDS));
      assertEquals(0, telegram.calls("getUpdates").size());
      assertEquals(0, telegram.calls("deleteWebhook").size());
      assertTrue(telegram.webhook().endsWith(TelegramWebhook.PATH));
      assertEquals(List.of(), telegram.refusals());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void it_can_be_stopped_while_telegram_is_away() throws Exception {
    FakeTelegram telegram = FakeTelegram.start();
    Map<String, String> environment = at(telegram);
    telegram.close();
    TelegramProgram program = program(environment);
    CompletableFuture<Integer> end = running(program);
    assertEquals(ExitCode.DONE, program.stop());
    assertEquals(ExitCode.DONE, end.get(20, TimeUnit.SECONDS));
  }

  @Test
  void a_refused_token_ends_it() throws Exception {
    try (FakeTelegram telegram = FakeTelegram.start()) {
      telegram.fault("getMe", Fault.error(401, "Unauthorized"));
      assertEquals(ExitCode.LOST, program(at(telegram)).run(List.of()));
      telegram.fault("getUpdates", Fault.error(401, "Unauthorized"));
      assertEquals(ExitCode.LOST, program(at(telegram)).run(List.of()));
    }
  }

  private Map<String, String> at(FakeTelegram telegram) {
    return telegram.environment("jdbc:sqlite:" + folder.resolve("optout.db"));
  }

  private TelegramProgram program(Map<String, String> environment) {
    return new TelegramProgram(
        new Settings(environment, TelegramProgramTest::noFile),
        () -> model,
        Clock.systemUTC(),
        new Random(3),
        new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private static CompletableFuture<Integer> running(TelegramProgram program) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return program.run(List.of());
          } catch (InterruptedException e) {
            throw new CompletionException(e);
          }
        });
  }

  private static String noFile(String path) throws IOException {
    throw new IOException("no files here");
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
