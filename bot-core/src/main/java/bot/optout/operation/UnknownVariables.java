package bot.optout.operation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds variables that look like ours and are not, most likely misspelt. */
final class UnknownVariables {
  private static final List<String> PREFIXES = List.of("OPTOUT_", "TELEGRAM_", "SLACK_");

  /**
   * One program may share its environment with another, so each knows the names of all that README
   * names.
   */
  static final Set<String> DOCUMENTED =
      Set.of(
          "OPTOUT_DATABASE_URL",
          "OPTOUT_DATABASE_USER",
          "OPTOUT_DATABASE_PASSWORD",
          "OPTOUT_CONTENT_DIR",
          "OPTOUT_LANGUAGE",
          "OPTOUT_LOG_FORMAT",
          "OPTOUT_ADMIN_HOST",
          "OPTOUT_ADMIN_PORT",
          "OPTOUT_HTTP_HOST",
          "OPTOUT_HTTP_PORT",
          "OPTOUT_OPERATOR_NAME",
          "OPTOUT_OPERATOR_CONTACT",
          "OPTOUT_RETENTION_DRAFT_DAYS",
          "OPTOUT_RETENTION_CASE_DAYS",
          "OPTOUT_USER_RATE_PER_MINUTE",
          "OPTOUT_ENCRYPTION_KEY",
          "OPTOUT_ENCRYPTION_KEY_PREVIOUS",
          "TELEGRAM_BOT_TOKEN",
          "TELEGRAM_API_URL",
          "TELEGRAM_RATE_PER_SECOND",
          "TELEGRAM_PROFILE",
          "TELEGRAM_GUEST",
          "TELEGRAM_WEBHOOK_URL",
          "TELEGRAM_WEBHOOK_SECRET",
          "SLACK_BOT_TOKEN",
          "SLACK_APP_TOKEN",
          "SLACK_SIGNING_SECRET",
          "SLACK_CONNECTIONS",
          "SLACK_CLIENT_ID",
          "SLACK_CLIENT_SECRET",
          "SLACK_REDIRECT_URL",
          "SLACK_API_URL");

  private final Set<String> asked;

  UnknownVariables(Set<String> asked) {
    this.asked = asked;
  }

  Stream<String> warnings(Collection<String> variables) {
    return variables.stream().sorted().filter(this::unknown).map(this::warning);
  }

  private boolean unknown(String name) {
    return PREFIXES.stream().anyMatch(name::startsWith)
        && !asked.contains(name)
        && !DOCUMENTED.contains(name)
        && !DOCUMENTED.contains(name.replaceAll("_FILE$", ""));
  }

  private String warning(String name) {
    return name
        + " is not a variable of this bot"
        + closest(name).map(UnknownVariables::hint).orElse("");
  }

  private static String hint(String name) {
    return "; did you mean " + name + "?";
  }

  private Optional<String> closest(String name) {
    return Stream.concat(DOCUMENTED.stream(), asked.stream())
        .filter(known -> distance(name, known) <= 1 + name.length() / 6)
        .min(
            Comparator.<String>comparingInt(known -> distance(name, known))
                .thenComparing(known -> known));
  }

  /** Levenshtein's distance: letters added, dropped or changed. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
