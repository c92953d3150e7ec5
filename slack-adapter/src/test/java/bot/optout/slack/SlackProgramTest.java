package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.operation.ExitCode;
import bot.optout.program.RunningProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class SlackProgramTest {
  @TempDir private Path folder;

  @Test
  void all_problems_are_told_at_once() throws Exception {
    RunningProgram program =
        checked(
            Map.of(
                "SLACK_BOT_TOKEN", "not a token",
                "SLACK_CLIENT_ID", "1.2",
                "SLACK_API_URL", "https://example.com/",
                "OPTOUT_ADMIN_PORT", "x"));
    assertEquals(ExitCode.BAD_CONFIGURATION, program.exitCode());
    for (String name :
        List.of(
            "SLACK_BOT_TOKEN",
            "SLACK_APP_TOKEN",
            "SLACK_CLIENT_SECRET",
            "SLACK_API_URL",
            "OPTOUT_ADMIN_PORT")) {
      assertTrue(program.printed().contains("problem: " + name), program::printed);
    }
    assertFalse(program.printed().contains("not a token"), program::printed);
  }

  @Test
  void good_tokens_pass_the_check() {
    RunningProgram good =
        checked(
            Map.of("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN, "SLACK_APP_TOKEN", FakeSlack.APP_TOKEN));
    assertEquals(ExitCode.DONE, good.exitCode());
  }

  @Test
  void it_answers_until_it_is_stopped() throws Exception {
    try (FakeSlack slack = FakeSlack.start()) {
      slack.fault("auth.test", new Fault.Status(502, 0));
      RunningProgram program = started(at(slack));
      FakePerson ada = new FakePerson(slack, "U1ADA");
      slack.workspace().channel("C1", "U1ADA");
      ada.command("C1", "");
      slack.await("an answer", () -> !slack.workspace().shownTo("U1ADA").isEmpty());
      program.stop();
      assertEquals(List.of(), slack.refusals());
    }
  }

  @Test
  void it_can_be_stopped_while_slack_is_away() throws Exception {
    FakeSlack slack = FakeSlack.start();
    Map<String, String> environment = at(slack);
    slack.close();
    RunningProgram program = started(environment);
    program.stop();
  }

  @Test
  void refused_tokens_end_it() throws Exception {
    try (FakeSlack slack = FakeSlack.start()) {
      slack.fault("auth.test", new Fault.Refusal("invalid_auth"));
      assertEquals(ExitCode.LOST, ended(at(slack)).exitCode());
      slack.fault("apps.connections.open", new Fault.Refusal("not_allowed_token_type"));
      assertEquals(ExitCode.LOST, ended(at(slack)).exitCode());
    }
  }

  private Map<String, String> at(FakeSlack slack) {
    return slack.environment("jdbc:sqlite:" + folder.resolve("optout.db"));
  }

  private static RunningProgram started(Map<String, String> environment) {
    return RunningProgram.start(SlackPlatform::from, environment);
  }

  private static RunningProgram ended(Map<String, String> environment) {
    return RunningProgram.ended(SlackPlatform::from, environment);
  }

  private static RunningProgram checked(Map<String, String> environment) {
    return RunningProgram.ended(SlackPlatform::from, environment, "--check");
  }
}
