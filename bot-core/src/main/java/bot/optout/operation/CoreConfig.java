package bot.optout.operation;

import bot.optout.store.DatabaseLogin;
import bot.optout.store.MasterKey;
import bot.optout.store.StoreConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What every program of the bot reads, whatever its platform. {@code toString} hides it, since it
 * holds ids and a contact.
 *
 * @param contentDir replaces the built-in content as a whole
 * @param cacheDir where what takes long to compute from the content is kept; empty if the
 *     environment names no place
 * @param language a language code such as {@code en}
 * @param adminPort 0: any free port
 * @param httpPort for webhooks; empty: the adapter's own default; 0: any free port
 * @param userRatePerMinute messages a person may send in a minute
 */
public record CoreConfig(
    StoreConfig store,
    Optional<Path> contentDir,
    Optional<Path> cacheDir,
    String language,
    String adminHost,
    int adminPort,
    String httpHost,
    Optional<Integer> httpPort,
    Optional<String> operatorName,
    Optional<String> operatorContact,
    Duration draftRetention,
    Duration caseRetention,
    int userRatePerMinute) {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String DATABASE = "OPTOUT_DATABASE_URL";
  private static final String DEFAULT_DATABASE = "jdbc:sqlite:optout.db";
  private static final String SERVER = "jdbc:postgresql:";
  private static final Pattern SERVER_URL =
      Pattern.compile("jdbc:postgresql://[^/?@\\s]+/[^/?\\s]+(\\?\\S*)?");
  private static final Pattern SECRET_IN_URL =
      Pattern.compile("[?&](user|password)=", Pattern.CASE_INSENSITIVE);
  private static final String KEY = "OPTOUT_ENCRYPTION_KEY";
  private static final String PREVIOUS_KEY = "OPTOUT_ENCRYPTION_KEY_PREVIOUS";
  private static final String PROVIDER = "OPTOUT_LLM_PROVIDER";
  private static final String NO_MODEL = "none";

  /** Reads all variables; what is wrong stands in {@link Settings#problems} afterwards. */
  public static CoreConfig from(Settings settings, int defaultAdminPort) {
    refuseLanguageModel(settings);
    // Read by logback itself, before anything else: here only a wrong word is noticed.
    settings.oneOf("OPTOUT_LOG_FORMAT", List.of("text", LogPattern.JSON), "text");
    return new CoreConfig(
        store(settings),
        settings.text("OPTOUT_CONTENT_DIR").map(Path::of),
        cacheDir(settings),
        language(settings),
        settings.text("OPTOUT_ADMIN_HOST", LOOPBACK),
        settings.number("OPTOUT_ADMIN_PORT", defaultAdminPort, 0, 65535),
        settings.text("OPTOUT_HTTP_HOST", LOOPBACK),
        settings.number("OPTOUT_HTTP_PORT", 0, 65535),
        stated(settings, "OPTOUT_OPERATOR_NAME"),
        stated(settings, "OPTOUT_OPERATOR_CONTACT"),
        Duration.ofDays(settings.number("OPTOUT_RETENTION_DRAFT_DAYS", 7, 1, 396)),
        Duration.ofDays(settings.number("OPTOUT_RETENTION_CASE_DAYS", 30, 1, 396)),
        settings.number("OPTOUT_USER_RATE_PER_MINUTE", 30, 1, 10_000));
  }

  /** As the XDG Base Directory Specification has it. */
  private static Optional<Path> cacheDir(Settings settings) {
    return settings
        .text("XDG_CACHE_HOME")
        .map(Path::of)
        .or(() -> settings.text("HOME").map(home -> Path.of(home, ".cache")))
        .filter(Path::isAbsolute)
        .map(caches -> caches.resolve("optout-bot"));
  }

  private static StoreConfig store(Settings settings) {
    Optional<MasterKey> key = key(settings, KEY);
    Optional<MasterKey> previous = key(settings, PREVIOUS_KEY);
    if (previous.isPresent() && key.isEmpty()) {
      settings.problem(KEY, "is missing, and the previous key alone opens nothing", keyExample());
    }
    String url = databaseUrl(settings);
    Optional<DatabaseLogin> login = login(settings);
    StoreConfig config = new StoreConfig(url, login, key, previous, StoreConfig.LEASE);
    if (config.onServer() && !settings.isGiven(KEY)) {
      settings.problem(
          KEY, "is missing: with PostgreSQL there is no folder for a key file", keyExample());
    }
    if (!config.onServer() && login.isPresent()) {
      settings.warn("OPTOUT_DATABASE_USER and OPTOUT_DATABASE_PASSWORD do nothing with SQLite");
    }
    return config;
  }

  private static Optional<MasterKey> key(Settings settings, String name) {
    return settings.secret(name, MasterKey::parse, "must be 32 bytes in base64", keyExample());
  }

  private static String keyExample() {
    return "$(openssl rand -base64 32)";
  }

  private static String databaseUrl(Settings settings) {
    String url = settings.text(DATABASE, DEFAULT_DATABASE);
    if (url.startsWith(SERVER)) {
      if (!SERVER_URL.matcher(url).matches()) {
        settings.problem(
            DATABASE, "must be jdbc:postgresql://HOST:PORT/NAME", "jdbc:postgresql://db/optout");
      } else if (SECRET_IN_URL.matcher(url).find()) {
        settings.problem(
            DATABASE,
            "must not hold user or password; use OPTOUT_DATABASE_USER and _PASSWORD",
            "jdbc:postgresql://db/optout?sslmode=verify-full");
      }
    } else if (!url.startsWith("jdbc:sqlite:") || url.equals("jdbc:sqlite:") || url.contains("?")) {
      settings.problem(
          DATABASE,
          "must be jdbc:sqlite:FILE, without parameters, or jdbc:postgresql://HOST:PORT/NAME",
          DEFAULT_DATABASE);
    }
    return url;
  }

  private static Optional<DatabaseLogin> login(Settings settings) {
    Optional<String> user = settings.text("OPTOUT_DATABASE_USER");
    Optional<String> password = settings.secret("OPTOUT_DATABASE_PASSWORD").map(Secret::value);
    return user.isPresent() || password.isPresent()
        ? Optional.of(new DatabaseLogin(user, password))
        : Optional.empty();
  }

  private static String language(Settings settings) {
    return settings
        .parsed(
            "OPTOUT_LANGUAGE",
            value ->
                Optional.of(value.toLowerCase(Locale.ROOT)).filter(v -> v.matches("[a-z]{2,3}")),
            "must be a language code of two or three letters",
            "en")
        .orElse("en");
  }

  private static Optional<String> stated(Settings settings, String name) {
    Optional<String> value = settings.text(name);
    if (value.isEmpty()) {
      settings.warn(name + " is not set: people who ask /privacy read \"not stated\"");
    }
    return value;
  }

  /** Whoever asks for one is told, rather than left to believe that it answers. */
  private static void refuseLanguageModel(Settings settings) {
    if (!settings.text(PROVIDER, NO_MODEL).equals(NO_MODEL)) {
      settings.problem(PROVIDER, "asks for a language model; this bot has none", NO_MODEL);
    }
  }

  @Override
  public String toString() {
    return "CoreConfig";
  }
}
