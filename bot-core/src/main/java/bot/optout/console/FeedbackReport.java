package bot.optout.console;

import bot.optout.store.Feedback;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counters, sorted out by what they are about. */
record FeedbackReport(
    long unknown, long outOfScope, List<OnEntry> entries, List<OnLink> links, List<Other> others) {
  private static final String DOWN = "down";
  private static final String REASON = "down:";

  FeedbackReport {
    entries = List.copyOf(entries);
    links = List.copyOf(links);
    others = List.copyOf(others);
  }

  /**
   * What people thought of an entry.
   *
   * @param reasons for the thumbs down, by id
   * @param picks how often it was meant when the bot had to ask which
   */
  record OnEntry(String entry, long up, long down, SortedMap<String, Long> reasons, long picks) {}

  /** How often people said that a link does not work. */
  record OnLink(String url, long broken) {}

  /** A counter of a kind that this report does not know. */
  record Other(String kind, String subject, long count) {}

  static FeedbackReport of(List<Feedback.Counted> counts) {
    return new FeedbackReport(
        sum(counts, "unknown"),
        sum(counts, "out_of_scope"),
        entries(counts),
        counts.stream()
            .filter(one -> one.kind().equals("link"))
            .map(one -> new OnLink(one.subject(), one.count()))
            .toList(),
        counts.stream()
            .filter(one -> !isKnown(one.kind()))
            .map(one -> new Other(one.kind(), one.subject(), one.count()))
            .toList());
  }

  private static List<OnEntry> entries(List<Feedback.Counted> counts) {
    Map<String, List<Feedback.Counted>> byEntry =
        counts.stream()
            .filter(one -> isAboutEntry(one.kind()))
            .collect(
                Collectors.groupingBy(
                    Feedback.Counted::subject, TreeMap::new, Collectors.toList()));
    return byEntry.entrySet().stream()
        .map(entry -> onEntry(entry.getKey(), entry.getValue()))
        .sorted((a, b) -> Long.compare(b.down(), a.down()))
        .toList();
  }

  private static OnEntry onEntry(String entry, List<Feedback.Counted> counts) {
    SortedMap<String, Long> reasons = new TreeMap<>();
    counts.stream()
        .filter(one -> one.kind().startsWith(REASON))
        .forEach(one -> reasons.put(one.kind().substring(REASON.length()), one.count()));
    return new OnEntry(entry, sum(counts, "up"), sum(counts, DOWN), reasons, sum(counts, "pick"));
  }

  private static boolean isAboutEntry(String kind) {
    return kind.equals("up") || kind.equals(DOWN) || kind.startsWith(REASON) || kind.equals("pick");
  }

  private static boolean isKnown(String kind) {
    return isAboutEntry(kind)
        || kind.equals("link")
        || kind.equals("unknown")
        || kind.equals("out_of_scope");
  }

  private static long sum(List<Feedback.Counted> counts, String kind) {
    return counts.stream()
        .filter(one -> one.kind().equals(kind))
        .mapToLong(Feedback.Counted::count)
        .sum();
  }
}
