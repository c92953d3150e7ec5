package bot.optout.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Likeness in spelling: cosines of weighted character 3- to 5-grams, found by an inverted index.
 */
final class Grams {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 5;

  private final int texts;
  private final Map<String, List<Posting>> index;

  private record Posting(int text, double weight) {}

  private Grams(int texts, Map<String, List<Posting>> index) {
    this.texts = texts;
    this.index = index;
  }

  static Grams over(List<String> plainTexts) {
    List<Map<String, Integer>> counts = plainTexts.stream().map(Grams::counts).toList();
    Map<String, Integer> seenIn = new HashMap<>();
    counts.forEach(count -> count.keySet().forEach(gram -> seenIn.merge(gram, 1, Integer::sum)));
    Map<String, List<Posting>> index = new HashMap<>();
    for (int text = 0; text < counts.size(); text++) {
      Map<String, Double> weights = weights(counts.get(text), seenIn, counts.size());
      for (Map.Entry<String, Double> gram : weights.entrySet()) {
        index
            .computeIfAbsent(gram.getKey(), unused -> new ArrayList<>())
            .add(new Posting(text, gram.getValue()));
      }
    }
    return new Grams(counts.size(), index);
  }

  /** The cosine of a plain text to each text of the index. */
  double[] cosines(String plain) {
    double[] cosines = new double[texts];
    double length = 0;
    for (Map.Entry<String, Integer> gram : counts(plain).entrySet()) {
      List<Posting> postings = index.getOrDefault(gram.getKey(), List.of());
      double weight = damped(gram.getValue()) * rarity(postings.size(), texts);
      length += weight * weight;
      for (Posting posting : postings) {
        cosines[posting.text()] += weight * posting.weight();
      }
    }
    for (int text = 0; length > 0 && text < texts; text++) {
      cosines[text] /= Math.sqrt(length);
    }
    return cosines;
  }

  private static Map<String, Double> weights(
      Map<String, Integer> counts, Map<String, Integer> seenIn, int texts) {
    Map<String, Double> weights = new HashMap<>();
    double length = 0;
    for (Map.Entry<String, Integer> gram : counts.entrySet()) {
      int seen = seenIn.getOrDefault(gram.getKey(), 0);
      double weight = damped(gram.getValue()) * rarity(seen, texts);
      weights.put(gram.getKey(), weight);
      length += weight * weight;
    }
    double norm = Math.sqrt(length);
    weights.replaceAll((gram, weight) -> weight / norm);
    return weights;
  }

  private static double damped(int count) {
    return 1 + Math.log(count);
  }

  private static double rarity(int seenIn, int texts) {
    return 1 + Math.log((1.0 + texts) / (1.0 + seenIn));
  }

  private static Map<String, Integer> counts(String plain) {
    Map<String, Integer> counts = new HashMap<>();
    for (String word : PlainText.words(plain)) {
      String padded = " " + word + " ";
      for (int size = SHORTEST; size <= LONGEST; size++) {
        for (int start = 0; start + size <= padded.length(); start++) {
          counts.merge(padded.substring(start, start + size), 1, Integer::sum);
        }
      }
    }
    return counts;
  }
}
