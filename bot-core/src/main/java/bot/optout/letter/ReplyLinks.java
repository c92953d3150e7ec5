package bot.optout.letter;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The links in a text. */
final class ReplyLinks {
  private static final Pattern LINK =
      Pattern.compile("(?i)\\b(?:https?://|hxxps?://|www\\.)[^\\s<>\"'\\])]+");
  private static final Pattern ADDRESS = Pattern.compile("\\S{1,64}@\\S{1,255}");

  /** What chats make a link of by themselves. */
  private static final Pattern DOMAIN =
      Pattern.compile("(?i)\\b(?:[a-z0-9-]{1,63}\\.)+[a-z]{2,24}\\b(?:/\\S*)?");

  private ReplyLinks() {}

  /** Whether a link leads elsewhere than to the domains that are known, or below them. */
  static boolean strange(String text, Set<String> safeDomains) {
    return hosts(text).stream().anyMatch(host -> !isSafe(host, safeDomains));
  }

  private static List<String> hosts(String text) {
    return LINK.matcher(text).results().map(found -> host(found.group())).toList();
  }

  /** What stands before "@" in a link only looks like the host. */
  private static String host(String link) {
    String rest = link.toLowerCase(Locale.ROOT).replaceFirst("^h..ps?://", "");
    String authority = rest.split("[/?#\\\\]", 2)[0];
    String host = authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":\\d*$", "");
    return host.replaceFirst("[.,;!]+$", "");
  }

  private static boolean isSafe(String host, Set<String> safeDomains) {
    return safeDomains.stream()
        .anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
  }

  /** The text with neither links nor mail addresses: their parts are no words of it. */
  static String without(String text) {
    return ADDRESS.matcher(LINK.matcher(text).replaceAll(" ")).replaceAll(" ");
  }

  static String hidden(String text) {
    return DOMAIN.matcher(LINK.matcher(text).replaceAll("(…)")).replaceAll("(…)");
  }
}
