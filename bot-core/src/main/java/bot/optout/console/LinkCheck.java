package bot.optout.console;

import bot.optout.console.LinkSight.Verdict;
import bot.optout.knowledge.Entry;
import bot.optout.knowledge.Source;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Tries the content's links and says what it saw. Writes nothing into the content. */
final class LinkCheck {
  private final LinkProbe probe;
  private final LocalDate today;
  private final PrintStream out;

  LinkCheck(LinkProbe probe, LocalDate today, PrintStream out) {
    this.probe = probe;
    this.today = today;
    this.out = out;
  }

  /** For these links, on the internet as it is. */
  static LinkCheck of(Collection<String> links, LocalDate today, PrintStream out) {
    Set<String> hosts = links.stream().map(LinkRules::host).collect(Collectors.toSet());
    LinkPace pace =
        new LinkPace(System::nanoTime, time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));
    LinkRules rules = new LinkRules(hosts, LinkRules::isPublic);
    return new LinkCheck(new LinkProbe(rules, pace, LinkProbe.PATIENCE), today, out);
  }

  /**
   * One line a link, then a summary.
   *
   * @param links where each link stands
   * @return whether no link is gone
   */
  boolean run(Map<String, List<String>> links, List<Entry> entries) throws InterruptedException {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> link : byTurns(links)) {
      LinkSight sight = probe.look(link.getKey());
      verdicts.put(link.getKey(), sight.verdict());
      out.printf(
          "%-7s  %s  %s  (%s)%n",
          sight.verdict().name().toLowerCase(Locale.ROOT),
          link.getKey(),
          sight.what(),
          String.join(", ", link.getValue()));
    }
    summarise(verdicts, entries);
    return !verdicts.containsValue(Verdict.GONE);
  }

  /** The first of each host, then the second of each: so that little is waited for. */
  private static List<Map.Entry<String, List<String>>> byTurns(Map<String, List<String>> links) {
    Collection<List<Map.Entry<String, List<String>>>> hosts =
        links.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    link -> LinkRules.host(link.getKey()), LinkedHashMap::new, Collectors.toList()))
            .values();
    List<Map.Entry<String, List<String>>> ordered = new ArrayList<>();
    int longest = hosts.stream().mapToInt(List::size).max().orElse(0);
    for (int round = 0; round < longest; round++) {
      for (List<Map.Entry<String, List<String>>> host : hosts) {
        if (round < host.size()) {
          ordered.add(host.get(round));
        }
      }
    }
    return ordered;
  }

  private void summarise(Map<String, Verdict> verdicts, List<Entry> entries) {
    out.printf(
        "%nSeen on %s: %d ok, %d gone, %d unclear.%n",
        today,
        count(verdicts, Verdict.OK),
        count(verdicts, Verdict.GONE),
        count(verdicts, Verdict.UNCLEAR));
    List<String> datable =
        entries.stream().filter(entry -> answered(entry, verdicts)).map(Entry::id).toList();
    if (!datable.isEmpty()) {
      out.printf(
          "Every link of these entries answered. Nothing was written; once a person has read what"
              + " is there, checked_on may be set to %s:%n  %s%n",
          today, String.join(", ", datable));
    }
  }

  private static boolean answered(Entry entry, Map<String, Verdict> verdicts) {
    List<String> urls =
        entry.sources().stream().map(Source::url).flatMap(Optional::stream).toList();
    return !urls.isEmpty() && urls.stream().allMatch(url -> verdicts.get(url) == Verdict.OK);
  }

  private static long count(Map<String, Verdict> verdicts, Verdict verdict) {
    return verdicts.values().stream().filter(verdict::equals).count();
  }
}
