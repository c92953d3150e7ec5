package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.operation.ExitCode;
import bot.optout.program.RunningProgram;
import bot.optout.telegram.FakePeople.Person;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class TelegramProgramTest {
  private static final Person ANA = FakePeople.person(42);

  @TempDir private Path folder;

  @Test
  void all_problems_are_told_at_once() throws Exception {
    RunningProgram program =
        checked(
            Map.of(
                "TELEGRAM_BOT_TOKEN", "not a token",
                "TELEGRAM_API_URL", "https://example.com/prefix",
                "TELEGRAM_RATE_PER_SECOND", "0",
                "TELEGRAM_WEBHOOK_URL", "https://example.com/elsewhere",
                "OPTOUT_ADMIN_PORT", "x"));
    assertEquals(ExitCode.BAD_CONFIGURATION, program.exitCode());
    for (String name :
        List.of(
            "TELEGRAM_BOT_TOKEN",
            "TELEGRAM_API_URL",
            "TELEGRAM_RATE_PER_SECOND",
            "TELEGRAM_WEBHOOK_URL",
            "TELEGRAM_WEBHOOK_SECRET is missing",
            "OPTOUT_ADMIN_PORT")) {
      assertTrue(program.printed().contains("problem: " + name), program::printed);
    }
    assertFalse(program.printed().contains("not a token"), program::printed);
  }

  @Test
  void a_missing_token_is_a_problem_and_a_good_one_is_not() {
    RunningProgram missing = checked(Map.of());
    assertEquals(ExitCode.BAD_CONFIGURATION, missing.exitCode());
    assertTrue(missing.printed().contains("TELEGRAM_BOT_TOKEN is missing"), missing::printed);
    RunningProgram good = checked(Map.of("TELEGRAM_BOT_TOKEN", FakeTelegram.TOKEN));
    assertEquals(ExitCode.DONE, good.exitCode());
  }

  @Test
  void it_answers_until_it_is_stopped() throws Exception {
    try (FakeTelegram telegram = FakeTelegram.start()) {
      telegram.fault("getMe", Fault.error(502, "Bad Gateway"));
      RunningProgram program = started(at(telegram));
      FakePeople people = new FakePeople(telegram);
      people.say(ANA, "/start");
      telegram.await(() -> !telegram.messages(42).isEmpty());
      telegram.await(() -> !telegram.calls("setMyCommands").isEmpty());
      program.stop();
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
      RunningProgram program = started(environment);
      telegram.fault("sendMessage", Fault.tooMany(1));
      FakePeople people = new FakePeople(telegram);
      people.say(ANA, "/start");
      people.say(ANA, "is it too late");
      telegram.await(() -> telegram.messages(42).size() == 2);
      List<String> metrics = scraped(port);
      program.stop();
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
      RunningProgram program = started(environment);
      new FakePeople(telegram).say(ANA, "/start");
      telegram.await(() -> !telegram.messages(42).isEmpty());
      program.stop();
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
    RunningProgram program = started(environment);
    program.stop();
  }

  @Test
  void a_refused_token_ends_it() throws Exception {
    try (FakeTelegram telegram = FakeTelegram.start()) {
      telegram.fault("getMe", Fault.error(401, "Unauthorized"));
      assertEquals(ExitCode.LOST, ended(at(telegram)).exitCode());
      telegram.fault("getUpdates", Fault.error(401, "Unauthorized"));
      assertEquals(ExitCode.LOST, ended(at(telegram)).exitCode());
    }
  }

  private Map<String, String> at(FakeTelegram telegram) {
    return telegram.environment("jdbc:sqlite:" + folder.resolve("optout.db"));
  }

  private static RunningProgram started(Map<String, String> environment) {
    return RunningProgram.start(TelegramPlatform::from, environment);
  }

  private static RunningProgram ended(Map<String, String> environment) {
    return RunningProgram.ended(TelegramPlatform::from, environment);
  }

  private static RunningProgram checked(Map<String, String> environment) {
    return RunningProgram.ended(TelegramPlatform::from, environment, "--check");
  }
}
