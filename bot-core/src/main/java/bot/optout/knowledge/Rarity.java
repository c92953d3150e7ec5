package bot.optout.knowledge;

import java.util.Arrays;
import java.util.List;

/** How rare each piece is among some texts: the logarithm of how few of them have it. */
final class Rarity {
  private final int[] pieces;
  private final int[] seenIn;
  private final int texts;

  private Rarity(int[] pieces, int[] seenIn, int texts) {
    this.pieces = pieces;
    this.seenIn = seenIn;
    this.texts = texts;
  }

  /**
   * @param texts the pieces of each
   */
  static Rarity among(List<Hashes> texts) {
    Hashes once = new Hashes();
    texts.forEach(text -> text.forEach((piece, count) -> once.add(piece)));
    int[] pieces = new int[once.size()];
    int[] seenIn = new int[once.size()];
    int[] different = {0};
    once.forEach(
        (piece, count) -> {
          pieces[different[0]] = piece;
          seenIn[different[0]++] = count;
        });
    return new Rarity(
        Arrays.copyOf(pieces, different[0]), Arrays.copyOf(seenIn, different[0]), texts.size());
  }

  /** A piece that no text has counts like one that a single text has. */
  double of(int piece) {
    int place = Arrays.binarySearch(pieces, piece);
    return Math.log((1.0 + texts) / (place < 0 ? 1 : seenIn[place]));
  }
}
