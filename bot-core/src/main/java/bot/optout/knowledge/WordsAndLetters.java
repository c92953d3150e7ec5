package bot.optout.knowledge;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Stands in for the sentence model in languages it does not know: the words of a text and their
 * pieces, hashed into a vector; what is rare in the content counts more. Pieces see through endings
 * and compounds; spellings of umlauts are folded into one.
 */
final class WordsAndLetters implements Embedder {
  private static final int SIZE = 2048;
  private static final double WHOLE_WORD = 1.5;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPELT_OUT = Pattern.compile("([aou])e");

  private final Map<String, Integer> seenIn;
  private final int texts;

  private WordsAndLetters(Map<String, Integer> seenIn, int texts) {
    this.seenIn = seenIn;
    this.texts = texts;
  }

  /** A model that knows the words of the given plain texts. */
  static SentenceModel model(List<String> plainTexts, Memory memory) {
    Set<String> words =
        plainTexts.stream()
            .flatMap(text -> PlainText.words(text).stream())
            .collect(Collectors.toSet());
    return new SentenceModel(
        "words-and-letters",
        Set.of(),
        words,
        new WordsAndLetters(seenIn(plainTexts), plainTexts.size()),
        memory);
  }

  @Override
  public float[] embed(String plain) {
    float[] vector = new float[SIZE];
    counts(plain)
        .forEach(
            (piece, count) -> {
              double weight = (1 + Math.log(count)) * rarity(piece);
              boolean whole = piece.startsWith("  ");
              Hashing.add(vector, piece, whole ? WHOLE_WORD * weight : weight);
            });
    Vectors.toUnitLength(vector);
    return vector;
  }

  /** "Größe", "groesse" and "grosse" are the same word here. */
  static String folded(String word) {
    String bare = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    return SPELT_OUT.matcher(bare.replace("ß", "ss")).replaceAll("$1");
  }

  private static Map<String, Integer> counts(String plain) {
    Map<String, Integer> counts = new HashMap<>();
    for (String word : PlainText.words(plain)) {
      String folded = folded(word);
      Letters.count(folded, counts);
      counts.merge("  " + folded, 1, Integer::sum);
    }
    return counts;
  }

  private double rarity(String piece) {
    return Math.log((1.0 + texts) / seenIn.getOrDefault(piece, 1));
  }

  private static Map<String, Integer> seenIn(List<String> plainTexts) {
    Map<String, Integer> seenIn = new HashMap<>();
    plainTexts.forEach(
        text -> counts(text).keySet().forEach(piece -> seenIn.merge(piece, 1, Integer::sum)));
    return seenIn;
  }
}
