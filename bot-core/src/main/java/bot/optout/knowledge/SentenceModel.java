package bot.optout.knowledge;

import java.util.Set;

/**
 * A sentence model and what must be known to use it.
 *
 * @param id names the model and its version; vectors of different ids must never be compared
 * @param languages tags of the languages it understands
 * @param words lower-case words it knows, which spelling repair leaves alone
 * @param memory what was learned from its vectors earlier
 */
public record SentenceModel(
    String id, Set<String> languages, Set<String> words, Embedder embedder, Memory memory) {
  public SentenceModel {
    languages = Set.copyOf(languages);
    words = Set.copyOf(words);
  }

  /** A model without a memory. */
  public SentenceModel(String id, Set<String> languages, Set<String> words, Embedder embedder) {
    this(id, languages, words, embedder, Memory.NONE);
  }

  /** The same model with its vectors taken from somewhere else first. */
  public SentenceModel with(Embedder other) {
    return new SentenceModel(id, languages, words, other, memory);
  }

  public SentenceModel with(Memory other) {
    return new SentenceModel(id, languages, words, embedder, other);
  }

  @Override
  public String toString() {
    return "SentenceModel[" + id + "]";
  }
}
