package bot.optout.letter;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leftovers of HTML in a text, turned into plain text. Links in it are kept. */
final class ReplyMarkup {
  /** Mail addresses in angle brackets are no tags. */
  private static final Pattern TAG =
      Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]{0,15})(?:\\s[^<>@]{0,300})?/?>");

  private static final Pattern HREF =
      Pattern.compile("(?i)href\\s?=\\s?[\"']?(https?://[^\"'\\s>]+)");
  private static final Pattern ENTITY = Pattern.compile("&(#?[a-zA-Z0-9]{2,8});");
  private static final String BREAKING = " p br div li tr ul ol table h1 h2 h3 h4 blockquote hr ";
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("nbsp", " "),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("rsquo", "’"),
          Map.entry("auml", "ä"),
          Map.entry("ouml", "ö"),
          Map.entry("uuml", "ü"),
          Map.entry("Auml", "Ä"),
          Map.entry("Ouml", "Ö"),
          Map.entry("Uuml", "Ü"),
          Map.entry("szlig", "ß"),
          Map.entry("eacute", "é"),
          Map.entry("ndash", "–"),
          Map.entry("euro", "€"));

  private ReplyMarkup() {}

  static String plain(String text) {
    String untagged =
        TAG.matcher(text)
            .replaceAll(tag -> Matcher.quoteReplacement(instead(tag.group(), tag.group(1))));
    return ENTITY
        .matcher(untagged)
        .replaceAll(entity -> Matcher.quoteReplacement(meant(entity.group(1), entity.group())));
  }

  private static String instead(String tag, String name) {
    Matcher link = HREF.matcher(tag);
    if (link.find()) {
      return " " + link.group(1) + " ";
    }
    return BREAKING.contains(" " + name.toLowerCase(Locale.ROOT) + " ") ? "\n\n" : "";
  }

  private static String meant(String name, String written) {
    if (name.matches("#[0-9]{1,5}")) {
      int point = Integer.parseInt(name.substring(1));
      return Character.isLetterOrDigit(point) || point == '\'' ? Character.toString(point) : " ";
    }
    return NAMED.getOrDefault(name, written.equals("&copy;") ? "©" : " ");
  }
}
