package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.embedding.OnnxEmbedder;
import bot.optout.knowledge.SentenceModel;
import bot.optout.operation.ExitCode;
import bot.optout.operation.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class SlackProgramTest {
  private static SentenceModel model;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @BeforeAll
  static void load() {
    model = OnnxEmbedder.load();
  }

  @Test
  void all_problems_are_told_at_once() throws Exception {
    SlackProgram program =
        program(
            Map.of(
                "SLACK_BOT_TOKEN", "not a token",
                "SLACK_CLIENT_ID", "1.2",
                "SLACK_API_URL", "https://example.com/",
                "OPTOUT_ADMIN_PORT", "x"));
    assertEquals(ExitCode.BAD_CONFIGURATION, program.run(List.of("--check")));
    for (String name :
        List.of(
            "SLACK_BOT_TOKEN",
            "SLACK_APP_TOKEN",
            "SLACK_CLIENT_SECRET",
            "SLACK_API_URL",
            "OPTOUT_ADMIN_PORT")) {
      assertTrue(printed().contains("problem: " + name), printed());
    }
    assertFalse(printed().contains("not a token"), printed());
  }

  @Test
  void good_tokens_pass_the_check_and_misspelt_arguments_do_not() throws Exception {
    Map<String, String> good =
        Map.of("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN, "SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
    assertEquals(ExitCode.DONE, program(good).run(List.of("--check")));
    assertEquals(ExitCode.BAD_CONFIGURATION, program(good).run(List.of("--chekc")));
  }

  @Test
  void it_answers_until_it_is_stopped() throws Exception {
    try (FakeSlack slack = FakeSlack.start()) {
      slack.fault("auth.test", new Fault.Status(502, 0));
      SlackProgram program = program(at(slack));
      CompletableFuture<Integer> end = running(program);
      FakePerson ada = new FakePerson(slack, "U1ADA");
      slack.workspace().channel("C1", "U1ADA");
      ada.command("C1", "");
      slack.await("an answer", () -> !slack.workspace().shownTo("U1ADA").isEmpty());
      assertEquals(ExitCode.DONE, program.stop());
      assertEquals(ExitCode.DONE, end.get(20, TimeUnit.SECONDS));
      assertEquals(List.of(), slack.refusals());
    }
  }

  @Test
  void it_can_be_stopped_while_slack_is_away() throws Exception {
    FakeSlack slack = FakeSlack.start();
    Map<String, String> environment = at(slack);
    slack.close();
    SlackProgram program = program(environment);
    CompletableFuture<Integer> end = running(program);
    assertEquals(ExitCode.DONE, program.stop());
    assertEquals(ExitCode.DONE, end.get(20, TimeUnit.SECONDS));
  }

  @Test
  void refused_tokens_end_it() throws Exception {
    try (FakeSlack slack = FakeSlack.start()) {
      slack.fault("auth.test", new Fault.Refusal("invalid_auth"));
      assertEquals(ExitCode.LOST, program(at(slack)).run(List.of()));
      slack.fault("apps.connections.open", new Fault.Refusal("not_allowed_token_type"));
      assertEquals(ExitCode.LOST, program(at(slack)).run(List.of()));
    }
  }

  private Map<String, String> at(FakeSlack slack) {
    return slack.environment("jdbc:sqlite:" + folder.resolve("optout.db"));
  }

  private SlackProgram program(Map<String, String> environment) {
    return new SlackProgram(
        new Settings(environment, SlackProgramTest::noFile),
        () -> model,
        Clock.systemUTC(),
        new Random(3),
        new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private static CompletableFuture<Integer> running(SlackProgram program) {
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
