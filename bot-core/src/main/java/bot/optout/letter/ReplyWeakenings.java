package bot.optout.letter;

import bot.optout.letter.ReplyForce.Weakening;
import bot.optout.letter.WordPatterns.Match;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What takes force in one sentence, by kind and by the word at which it begins. */
final class ReplyWeakenings {
  private final Map<Weakening, List<Match<Weakening>>> byKind = new EnumMap<>(Weakening.class);
  private final Map<Weakening, boolean[]> starts = new EnumMap<>(Weakening.class);
  private final int words;

  ReplyWeakenings(List<Match<Weakening>> matches, int words) {
    this.words = words;
    for (Match<Weakening> match : matches) {
      byKind.computeIfAbsent(match.value(), none -> new ArrayList<>()).add(match);
      starts.computeIfAbsent(match.value(), none -> new boolean[words])[match.start()] = true;
    }
  }

  List<Match<Weakening>> of(Weakening kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  boolean begins(Weakening kind, int at) {
    boolean[] known = starts.get(kind);
    return known != null && at < words && known[at];
  }
}
