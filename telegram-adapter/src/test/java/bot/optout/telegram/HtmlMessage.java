package bot.optout.telegram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text in Telegram's HTML, read as strictly as Telegram does: a tag it does not know, one that is
 * not closed or closed in the wrong place makes the whole message fail.
 */
record HtmlMessage(String text, List<Entity> entities) {
  /** A formatted stretch, in UTF-16 units. */
  record Entity(String type, int offset, int length, String url) {}

  /** Telegram's complaint about a text. */
  static final class Malformed extends Exception {
    Malformed(String what) {
      super("Bad Request: can't parse entities: " + what);
    }
  }

  private record Open(String tag, int offset, String url) {}

  private static final Set<String> TAGS =
      Set.of(
          "a",
          "b",
          "strong",
          "i",
          "em",
          "s",
          "strike",
          "del",
          "u",
          "ins",
          "span",
          "tg-spoiler",
          "tg-emoji",
          "blockquote",
          "pre",
          "code");
  private static final Map<String, String> NAMED =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(\\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]+));");
  private static final Pattern START =
      Pattern.compile(
          "<([a-zA-Z0-9-]+)((?:\\s+[a-zA-Z-]+(?:=(?:\"[^\"]*\"|'[^']*'|[a-zA-Z0-9.-]+))?)*)\\s*>");
  private static final Pattern END = Pattern.compile("</([a-zA-Z0-9-]*)\\s*>");
  private static final Pattern HREF = Pattern.compile("\\shref=[\"']?([^\"'\\s>]*)");

  static HtmlMessage parse(String html) throws Malformed {
    return new Reader(html).read();
  }

  private static final class Reader {
    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at = 0;

    Reader(String html) {
      this.html = html;
    }

    HtmlMessage read() throws Malformed {
      while (at < html.length()) {
        char next = html.charAt(at);
        if (next == '<') {
          tag();
        } else if (next == '&') {
          reference();
        } else {
          text.append(next);
          at++;
        }
      }
      if (!open.isEmpty()) {
        throw new Malformed(
            "Can't find end tag corresponding to start tag \"" + open.peek().tag() + "\"");
      }
      return new HtmlMessage(text.toString(), List.copyOf(entities));
    }

    private void tag() throws Malformed {
      Matcher end = END.matcher(html).region(at, html.length());
      if (end.lookingAt()) {
        close(end.group(1).toLowerCase(Locale.ROOT));
        at = end.end();
        return;
      }
      Matcher start = START.matcher(html).region(at, html.length());
      if (!start.lookingAt()) {
        throw new Malformed("Unclosed start tag at byte offset " + offset());
      }
      open(start.group(1).toLowerCase(Locale.ROOT), start.group(2));
      at = start.end();
    }

    private void open(String tag, String attributes) throws Malformed {
      if (!TAGS.contains(tag)) {
        throw new Malformed("Unsupported start tag \"" + tag + "\" at byte offset " + offset());
      }
      boolean inCode = open.stream().anyMatch(o -> o.tag().equals("code") || o.tag().equals("pre"));
      boolean nestedQuote =
          tag.equals("blockquote") && open.stream().anyMatch(o -> o.tag().equals("blockquote"));
      if (nestedQuote || (inCode && !tag.equals("code"))) {
        throw new Malformed("Tag \"" + tag + "\" must not be nested at byte offset " + offset());
      }
      Matcher href = HREF.matcher(attributes);
      String url = tag.equals("a") && href.find() ? decoded(href.group(1)) : "";
      open.push(new Open(tag, text.length(), url));
    }

    private void close(String tag) throws Malformed {
      if (open.isEmpty()) {
        throw new Malformed("Unexpected end tag at byte offset " + offset());
      }
      Open start = open.pop();
      if (!tag.isEmpty() && !tag.equals(start.tag())) {
        throw new Malformed(
            "Unmatched end tag at byte offset "
                + offset()
                + ", expected \"</"
                + start.tag()
                + ">\", found \"</"
                + tag
                + ">\"");
      }
      if (text.length() > start.offset()) {
        entities.add(
            new Entity(start.tag(), start.offset(), text.length() - start.offset(), start.url()));
      }
    }

    private void reference() {
      Matcher reference = REFERENCE.matcher(html).region(at, html.length());
      String found = reference.lookingAt() ? decoded(reference.group()) : "&";
      text.append(found);
      at += reference.lookingAt() ? reference.group().length() : 1;
    }

    private static String decoded(String text) {
      return REFERENCE
          .matcher(text)
          .replaceAll(
              match -> {
                String value = match.group();
                if (match.group(1) != null) {
                  value = Character.toString(Integer.parseInt(match.group(1)));
                } else if (match.group(2) != null) {
                  value = Character.toString(Integer.parseInt(match.group(2), 16));
                } else if (NAMED.containsKey(match.group(3))) {
                  value = NAMED.get(match.group(3));
                }
                return Matcher.quoteReplacement(value);
              });
    }

    private int offset() {
      return html.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
    }
  }
}
