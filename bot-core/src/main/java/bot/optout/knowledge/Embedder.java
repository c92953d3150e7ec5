package bot.optout.knowledge;

/** Turns a text into a vector of unit length whose dot product tells likeness in meaning. */
@FunctionalInterface
public interface Embedder {
  float[] embed(String text);
}
