package bot.optout.transcript;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a platform shows, without what differs by platform: bullets, links' addresses, blank lines,
 * where a file stands among the texts, and how a long text is split into messages.
 */
public record Shown(List<String> lines, List<String> files) {
  public Shown {
    lines = List.copyOf(lines);
    files = List.copyOf(files);
  }

  public static Shown of(List<String> messages) {
    List<String> all =
        messages.stream()
            .flatMap(String::lines)
            .map(Shown::plain)
            .filter(line -> !line.isEmpty())
            .toList();
    return new Shown(
        all.stream().filter(line -> !isFile(line)).toList(),
        all.stream().filter(Shown::isFile).collect(Collectors.toList()));
  }

  /** Without the content's version, which every edit of the content changes. */
  static String masked(String text) {
    return text.replaceAll("\\b[0-9a-f]{12}\\b", "…");
  }

  private static boolean isFile(String line) {
    return line.matches("\\(\\S+\\.(txt|json|pdf|ics)\\)");
  }

  private static String plain(String line) {
    String text = masked(line).strip().replaceFirst("^\\(file ", "(").replaceFirst("^[-•>] ", "");
    return text.startsWith("https://") ? "" : text;
  }
}
