package bot.optout.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.store.MasterKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SettingsTest {
  private static final Map<String, String> FILES =
      Map.of("/run/token", " from-file\n", "/run/empty", "\n");

  private static String read(String path) throws IOException {
    String content = FILES.get(path);
    if (content == null) {
      throw new NoSuchFileException(path);
    }
    return content;
  }

  private static Settings settings(Map<String, String> environment) {
    return new Settings(environment, SettingsTest::read);
  }

  private static List<String> problems(Settings settings) {
    return settings.problems().stream().map(Problem::toString).toList();
  }

  @Test
  void what_is_set_is_read_and_what_is_empty_is_not_set() {
    Settings settings = settings(Map.of("A", " x ", "B", "", "N", "7"));
    assertEquals(Optional.of("x"), settings.text("A"));
    assertEquals("default", settings.text("B", "default"));
    assertEquals(7, settings.number("N", 1, 1, 9));
    assertEquals(
        URI.create("https://a.example"), settings.url("U", URI.create("https://a.example")));
    assertEquals(List.of(), settings.problems());
  }

  @Test
  void all_problems_are_told_together_each_with_an_example() {
    Settings settings = settings(Map.of("N", "many", "M", "70000", "U", "ftp://x", "W", "red"));
    assertEquals(5, settings.number("N", 5, 0, 9));
    assertEquals(8080, settings.number("M", 8080, 0, 65535));
    assertEquals(Optional.empty(), settings.url("U", "https://a.example"));
    assertEquals("blue", settings.oneOf("W", List.of("blue", "green"), "blue"));
    assertEquals("", settings.requiredText("T", "text"));
    assertEquals("", settings.requiredSecret("S", "12345:abc").value());
    assertEquals(
        List.of(
            "N must be a whole number from 0 to 9. Example: N=5",
            "M must be a whole number from 0 to 65535. Example: M=8080",
            "U must be a full http or https address. Example: U=https://a.example",
            "W must be one of blue, green. Example: W=blue",
            "T is missing. Example: T=text",
            "S is missing. Example: S=12345:abc"),
        problems(settings));
  }

  @Test
  void a_secret_may_stand_in_a_file() {
    Settings settings = settings(Map.of("S_FILE", "/run/token"));
    assertEquals(Optional.of(new Secret("from-file")), settings.secret("S"));
    assertEquals(List.of(), settings.problems());
  }

  @Test
  void a_secret_file_that_does_not_help_is_one_problem() {
    Settings settings =
        settings(
            Map.of(
                "A_FILE",
                "/run/nothing",
                "B_FILE",
                "/run/empty",
                "C",
                "x",
                "C_FILE",
                "/run/token"));
    settings.requiredSecret("A", "a");
    settings.requiredSecret("B", "b");
    settings.requiredSecret("C", "c");
    assertEquals(
        List.of(
            "A_FILE names a file that cannot be read. Example: A_FILE=/run/secrets/A",
            "B_FILE names an empty file. Example: B_FILE=/run/secrets/B",
            "C_FILE must not be set together with C. Example: C_FILE=/run/secrets/C"),
        problems(settings));
  }

  @Test
  void a_problem_never_quotes_the_value() {
    Settings settings = settings(Map.of("OPTOUT_ENCRYPTION_KEY", "hunter2"));
    Optional<MasterKey> key =
        settings.secret("OPTOUT_ENCRYPTION_KEY", MasterKey::parse, "must be a key", "k");
    assertEquals(Optional.empty(), key);
    assertFalse(problems(settings).toString().contains("hunter2"));
  }

  @Test
  void a_misspelt_variable_is_noticed() {
    Settings settings =
        settings(
            Map.of(
                "OPTOUT_LANGAUGE", "de",
                "TELEGRAM_TOKEN", "x",
                "SLACK_BOT_TOKEN_FILE", "/run/token",
                "OPTOUT_ASKED", "1",
                "PATH", "/bin"));
    settings.text("OPTOUT_ASKED");
    assertEquals(
        List.of(
            "OPTOUT_LANGAUGE is not a variable of this bot; did you mean OPTOUT_LANGUAGE?",
            "TELEGRAM_TOKEN is not a variable of this bot"),
        settings.warnings());
  }

  @Test
  void a_secret_shows_as_dots_and_compares_by_value() {
    Secret secret = new Secret("xoxb-1");
    assertEquals("•••", secret.toString());
    assertTrue(secret.matches("xoxb-1"));
    assertFalse(secret.matches("xoxb-2"));
    assertEquals(secret, new Secret("xoxb-1"));
    assertEquals("xoxb-1", secret.value());
  }
}
