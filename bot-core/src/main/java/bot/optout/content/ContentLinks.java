package bot.optout.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every web address that stands in the content files, and where. */
public final class ContentLinks {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>`|\\\\^{}\\[\\]]+");
  private static final Pattern SENTENCE_END = Pattern.compile("[.,;:!?*]+$");
  private static final Pattern TEXTS = Pattern.compile(".*\\.(?:yaml|yml|mustache|md|txt)");

  private ContentLinks() {}

  /** Files and lines by address, in the order of the addresses. */
  public static SortedMap<String, List<String>> of(ContentFolder folder) {
    SortedMap<String, List<String>> links = new TreeMap<>();
    for (String path : folder.paths()) {
      if (TEXTS.matcher(path).matches()) {
        folder.text(path).ifPresent(text -> collect(path, text, links));
      }
    }
    return links;
  }

  private static void collect(String path, String text, Map<String, List<String>> links) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String place = path + ":" + (i + 1);
      if (!lines.get(i).stripLeading().startsWith("#")) {
        Matcher link = LINK.matcher(lines.get(i));
        while (link.find()) {
          links.computeIfAbsent(bare(link.group()), url -> new ArrayList<>()).add(place);
        }
      }
    }
  }

  /** Without what belongs to the sentence around it. */
  private static String bare(String found) {
    String url = SENTENCE_END.matcher(found).replaceAll("");
    if (url.endsWith(")") && !url.contains("(")) {
      return bare(url.substring(0, url.length() - 1));
    }
    return url;
  }
}
