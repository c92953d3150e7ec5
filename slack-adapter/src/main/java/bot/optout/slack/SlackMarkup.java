package bot.optout.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slack's way of writing text: {@code & < >} escaped, references between angle brackets. */
final class SlackMarkup {
  private static final Pattern REFERENCE = Pattern.compile("<([^<>\\s|][^<>]*)>");

  private SlackMarkup() {}

  /** What the person meant, as plain text, without any mention of us. */
  static String plain(String text, String self) {
    Matcher references = REFERENCE.matcher(text);
    String named = references.replaceAll(r -> Matcher.quoteReplacement(named(r.group(1), self)));
    return unescaped(named).strip();
  }

  /** Text that Slack shows as it is, wherever it parses text. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static String named(String reference, String self) {
    int bar = reference.indexOf('|');
    String target = bar < 0 ? reference : reference.substring(0, bar);
    String label = bar < 0 ? "" : reference.substring(bar + 1);
    return switch (target.charAt(0)) {
      case '@' -> target.equals("@" + self) ? "" : prefixed("@", label, "someone");
      case '#' -> prefixed("#", label, "channel");
      case '!' -> label.isEmpty() ? "@" + target.substring(1) : label;
      default -> link(target, label);
    };
  }

  /** An id means nothing to people, and none of ours should hold it. */
  private static String prefixed(String sign, String label, String otherwise) {
    String name = label.isEmpty() ? otherwise : label;
    return name.startsWith(sign) ? name : sign + name;
  }

  /** Slack links what people type, so the label mostly is what they typed. */
  private static String link(String target, String label) {
    String address = target.startsWith("mailto:") ? target.substring("mailto:".length()) : target;
    if (label.isEmpty()) {
      return address;
    }
    return address.contains(label) ? label : label + " (" + address + ")";
  }
}
