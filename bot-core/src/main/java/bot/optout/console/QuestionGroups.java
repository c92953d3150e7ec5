package bot.optout.console;

import bot.optout.knowledge.SentenceModel;
import bot.optout.store.SharedQuestion;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts questions of one language together that are close in meaning: again and again the question
 * with the most close ones takes them with it. The order they come in makes no difference. In a
 * language that the model does not know, only the same words count as close.
 */
final class QuestionGroups {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final SentenceModel model;
  private final double likeness;

  /**
   * @param likeness of the vectors, from which two questions count as the same
   */
  QuestionGroups(SentenceModel model, double likeness) {
    this.model = model;
    this.likeness = likeness;
  }

  /** Largest first. */
  List<QuestionGroup> of(List<SharedQuestion> questions) {
    List<SharedQuestion> sorted =
        questions.stream()
            .sorted(
                Comparator.comparing(SharedQuestion::language)
                    .thenComparing(question -> question.text().length())
                    .thenComparing(SharedQuestion::text)
                    .thenComparing(SharedQuestion::day))
            .toList();
    List<BitSet> close = close(sorted);
    BitSet left = new BitSet();
    left.set(0, sorted.size());
    List<QuestionGroup> groups = new ArrayList<>();
    while (!left.isEmpty()) {
      int typical = mostClose(close, left);
      BitSet members = both(close.get(typical), left);
      left.andNot(members);
      members.clear(typical);
      groups.add(
          new QuestionGroup(
              sorted.get(typical),
              Stream.concat(Stream.of(typical), members.stream().boxed())
                  .map(sorted::get)
                  .toList()));
    }
    return groups;
  }

  /** For each question those that ask the same, itself included. */
  private List<BitSet> close(List<SharedQuestion> questions) {
    List<float[]> vectors =
        questions.stream().map(question -> model.embedder().embed(question.text())).toList();
    List<BitSet> close = new ArrayList<>();
    for (int a = 0; a < questions.size(); a++) {
      close.add(new BitSet());
      close.get(a).set(a);
      for (int b = 0; b < a; b++) {
        double cosine = dot(vectors.get(a), vectors.get(b));
        if (askTheSame(questions.get(a), questions.get(b), cosine)) {
          close.get(a).set(b);
          close.get(b).set(a);
        }
      }
    }
    return close;
  }

  private boolean askTheSame(SharedQuestion one, SharedQuestion other, double cosine) {
    if (!one.language().equals(other.language())) {
      return false;
    }
    String language = Locale.forLanguageTag(one.language()).getLanguage();
    boolean understood = model.languages().contains(language);
    return (understood && cosine >= likeness) || words(one).equals(words(other));
  }

  private static String words(SharedQuestion question) {
    return NO_WORD.matcher(question.text().toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  private static int mostClose(List<BitSet> close, BitSet left) {
    int best = left.nextSetBit(0);
    int most = 0;
    for (int i = best; i >= 0; i = left.nextSetBit(i + 1)) {
      int count = both(close.get(i), left).cardinality();
      if (count > most) {
        most = count;
        best = i;
      }
    }
    return best;
  }

  private static BitSet both(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    return both;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
