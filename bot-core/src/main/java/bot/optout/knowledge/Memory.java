package bot.optout.knowledge;

import java.util.function.Supplier;

/** Keeps numbers that take long to compute and always come out the same. */
@FunctionalInterface
public interface Memory {
  /** Keeps nothing. */
  Memory NONE = (origin, compute) -> compute.get();

  /**
   * The numbers computed earlier, or now.
   *
   * @param origin everything they depend on
   */
  float[] recall(String origin, Supplier<float[]> compute);
}
