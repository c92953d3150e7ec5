package bot.optout.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class CoreConfigTest {
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private static Settings settings(Map<String, String> environment) {
    return new Settings(
        environment,
        path -> {
          throw new FileNotFoundException(path);
        });
  }

  private static List<String> problemsOf(Map<String, String> environment) {
    Settings settings = settings(environment);
    CoreConfig unused = CoreConfig.from(settings, 8080);
    assertEquals("CoreConfig", unused.toString());
    return settings.problems().stream().map(Problem::toString).toList();
  }

  @Test
  void without_any_variable_the_defaults_hold() {
    Settings settings = settings(Map.of());
    CoreConfig config = CoreConfig.from(settings, 8080);
    assertEquals(List.of(), settings.problems());
    assertEquals("jdbc:sqlite:optout.db", config.store().url());
    assertEquals(Optional.empty(), config.store().key());
    assertEquals("en", config.language());
    assertEquals("127.0.0.1", config.adminHost());
    assertEquals(8080, config.adminPort());
    assertEquals(Optional.empty(), config.httpPort());
    assertEquals(Duration.ofDays(7), config.draftRetention());
    assertEquals(Duration.ofDays(30), config.caseRetention());
    assertEquals(30, config.userRatePerMinute());
    assertEquals(
        List.of(
            "OPTOUT_OPERATOR_NAME is not set: people who ask /privacy read \"not stated\"",
            "OPTOUT_OPERATOR_CONTACT is not set: people who ask /privacy read \"not stated\""),
        settings.warnings());
  }

  @Test
  void every_variable_is_read() {
    Settings settings =
        settings(
            Map.ofEntries(
                Map.entry("OPTOUT_DATABASE_URL", "jdbc:sqlite:/data/bot.db"),
                Map.entry("OPTOUT_CONTENT_DIR", "/content"),
                Map.entry("OPTOUT_LANGUAGE", "DE"),
                Map.entry("OPTOUT_ADMIN_HOST", "0.0.0.0"),
                Map.entry("OPTOUT_ADMIN_PORT", "0"),
                Map.entry("OPTOUT_HTTP_HOST", "0.0.0.0"),
                Map.entry("OPTOUT_HTTP_PORT", "9000"),
                Map.entry("OPTOUT_OPERATOR_NAME", "An Association"),
                Map.entry("OPTOUT_OPERATOR_CONTACT", "privacy@association.example"),
                Map.entry("OPTOUT_RETENTION_DRAFT_DAYS", "3"),
                Map.entry("OPTOUT_RETENTION_CASE_DAYS", "60"),
                Map.entry("OPTOUT_USER_RATE_PER_MINUTE", "10"),
                Map.entry("OPTOUT_ENCRYPTION_KEY", KEY),
                Map.entry("OPTOUT_ENCRYPTION_KEY_PREVIOUS", KEY),
                Map.entry("OPTOUT_LLM_PROVIDER", "none")));
    CoreConfig config = CoreConfig.from(settings, 8080);
    assertEquals(List.of(), settings.problems());
    assertEquals(List.of(), settings.warnings());
    assertEquals("jdbc:sqlite:/data/bot.db", config.store().url());
    assertTrue(config.store().key().isPresent());
    assertTrue(config.store().previous().isPresent());
    assertEquals(Optional.of(Path.of("/content")), config.contentDir());
    assertEquals("de", config.language());
    assertEquals("0.0.0.0", config.adminHost());
    assertEquals(0, config.adminPort());
    assertEquals("0.0.0.0", config.httpHost());
    assertEquals(Optional.of(9000), config.httpPort());
    assertEquals(Optional.of("An Association"), config.operatorName());
    assertEquals(Optional.of("privacy@association.example"), config.operatorContact());
    assertEquals(Duration.ofDays(3), config.draftRetention());
    assertEquals(Duration.ofDays(60), config.caseRetention());
    assertEquals(10, config.userRatePerMinute());
  }

  @Test
  void a_language_model_is_refused_and_a_wrong_word_names_the_right_ones() {
    List<String> problems =
        problemsOf(Map.of("OPTOUT_LLM_PROVIDER", "openai", "OPTOUT_LOG_FORMAT", "xml"));
    assertEquals(2, problems.size());
    assertTrue(problems.get(0).contains("OPTOUT_LLM_PROVIDER"), problems.get(0));
    assertTrue(problems.get(0).contains("this bot has none"), problems.get(0));
    assertTrue(problems.get(1).contains("OPTOUT_LOG_FORMAT must be one of text, json"));
  }

  @Test
  void a_server_comes_with_a_login_and_needs_a_key() {
    Settings settings =
        settings(
            Map.of(
                "OPTOUT_DATABASE_URL", "jdbc:postgresql://db:5432/optout?sslmode=verify-full",
                "OPTOUT_DATABASE_USER", "optout",
                "OPTOUT_DATABASE_PASSWORD", "open sesame",
                "OPTOUT_ENCRYPTION_KEY", KEY));
    CoreConfig config = CoreConfig.from(settings, 8080);
    assertEquals(List.of(), settings.problems());
    assertTrue(config.store().onServer());
    assertEquals(Optional.of("optout"), config.store().login().orElseThrow().user());
    assertFalse(config.store().toString().contains("sesame"), config.store().toString());
    List<String> keyless = problemsOf(Map.of("OPTOUT_DATABASE_URL", "jdbc:postgresql://db/optout"));
    assertEquals(1, keyless.size(), keyless.toString());
    assertTrue(keyless.get(0).contains("OPTOUT_ENCRYPTION_KEY is missing"), keyless.get(0));
  }

  @Test
  void a_servers_address_holds_no_secret_and_names_a_database() {
    for (String url :
        List.of(
            "jdbc:postgresql://db/optout?user=me&password=sesame",
            "jdbc:postgresql://me:sesame@db/optout",
            "jdbc:postgresql:optout",
            "jdbc:postgresql://db")) {
      List<String> problems =
          problemsOf(Map.of("OPTOUT_DATABASE_URL", url, "OPTOUT_ENCRYPTION_KEY", KEY));
      assertEquals(1, problems.size(), url + problems);
      assertTrue(problems.get(0).contains("OPTOUT_DATABASE_URL must"), problems.get(0));
      assertFalse(problems.get(0).contains("sesame"), problems.get(0));
    }
  }

  @Test
  void all_mistakes_are_told_together() {
    List<String> problems =
        problemsOf(
            Map.of(
                "OPTOUT_DATABASE_URL", "optout.db",
                "OPTOUT_ADMIN_PORT", "99999",
                "OPTOUT_LANGUAGE", "english",
                "OPTOUT_RETENTION_DRAFT_DAYS", "0",
                "OPTOUT_USER_RATE_PER_MINUTE", "-1",
                "OPTOUT_ENCRYPTION_KEY_PREVIOUS", KEY,
                "OPTOUT_LLM_PROVIDER", "deepthought"));
    assertEquals(7, problems.size(), problems.toString());
    assertFalse(problems.toString().contains(KEY));
  }

  @Test
  void the_variables_it_knows_are_those_that_are_documented() throws IOException {
    Set<String> named = new TreeSet<>();
    Matcher names =
        Pattern.compile("\\b(?:OPTOUT|TELEGRAM|SLACK)_[A-Z_]+")
            .matcher(Files.readString(Path.of("../README.md")));
    while (names.find()) {
      named.add(names.group());
    }
    assertEquals(named, new TreeSet<>(UnknownVariables.DOCUMENTED));
  }
}
