package bot.optout.store;

import java.util.concurrent.atomic.AtomicLong;

/** Makes the tokens that prove a claim, no two the same in all processes. */
final class Claims {
  private final String owner;
  private final AtomicLong count = new AtomicLong();

  Claims(String owner) {
    this.owner = owner;
  }

  /** Who makes them: this open store. */
  String owner() {
    return owner;
  }

  String next() {
    return owner + "-" + count.incrementAndGet();
  }
}
