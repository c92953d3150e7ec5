package bot.optout.knowledge;

import java.util.Arrays;

/** Hashes with repetitions: a bag of numbers, counted when it is full. */
final class Hashes {
  private int[] all = new int[256];
  private int size;

  /** Something that is done with each different hash. */
  @FunctionalInterface
  interface Counted {
    void accept(int hash, int count);
  }

  int size() {
    return size;
  }

  void add(int hash) {
    if (size == all.length) {
      all = Arrays.copyOf(all, 2 * size);
    }
    all[size++] = hash;
  }

  /** In ascending order, so that sums of floats come out the same every time. */
  void forEach(Counted action) {
    Arrays.sort(all, 0, size);
    int start = 0;
    for (int i = 1; i <= size; i++) {
      if (i == size || all[i] != all[start]) {
        action.accept(all[start], i - start);
        start = i;
      }
    }
  }
}
