package bot.optout.knowledge;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

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

  private static final char LAST_OF_ASCII = 0x7f;

  /** No piece begins like this, so a word is never taken for one. */
  private static final int WORD = Hashing.followedBy(0, "  ");

  private final Rarity rarity;

  private WordsAndLetters(Rarity rarity) {
    this.rarity = rarity;
  }

  /** A model for texts like these; it has no vocabulary of its own. */
  static SentenceModel model(List<String> plainTexts, Memory memory) {
    List<Hashes> texts = plainTexts.stream().map(WordsAndLetters::wordsAndPieces).toList();
    return new SentenceModel(
        "words-and-letters", Set.of(), Set.of(), new WordsAndLetters(Rarity.among(texts)), memory);
  }

  @Override
  public float[] embed(String plain) {
    Hashes words = new Hashes();
    Hashes pieces = new Hashes();
    addTo(words, pieces, plain);
    float[] vector = new float[SIZE];
    words.forEach((word, count) -> add(vector, word, WHOLE_WORD * often(count)));
    pieces.forEach((piece, count) -> add(vector, piece, often(count)));
    Vectors.toUnitLength(vector);
    return vector;
  }

  private void add(float[] vector, int piece, double weight) {
    Hashing.add(vector, piece, weight * rarity.of(piece));
  }

  private static double often(int count) {
    return 1 + Math.log(count);
  }

  private static Hashes wordsAndPieces(String plain) {
    Hashes all = new Hashes();
    addTo(all, all, plain);
    return all;
  }

  private static void addTo(Hashes words, Hashes pieces, String plain) {
    for (String word : PlainText.words(plain)) {
      String folded = folded(word);
      words.add(Hashing.followedBy(WORD, folded));
      Spelling.addPieces(folded, pieces);
    }
  }

  /** "Größe", "groesse" and "grosse" are the same word here. */
  static String folded(String word) {
    String bare = word.chars().allMatch(WordsAndLetters::isAscii) ? word : unmarked(word);
    boolean spelt = bare.contains("ae") || bare.contains("oe") || bare.contains("ue");
    return spelt ? SPELT_OUT.matcher(bare).replaceAll("$1") : bare;
  }

  private static boolean isAscii(int letter) {
    return letter <= LAST_OF_ASCII;
  }

  private static String unmarked(String word) {
    String marked = Normalizer.normalize(word, Normalizer.Form.NFD);
    return MARKS.matcher(marked).replaceAll("").replace("ß", "ss");
  }
}
