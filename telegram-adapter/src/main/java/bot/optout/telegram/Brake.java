package bot.optout.telegram;

/** Stops whatever the program is doing at the moment, or is about to do. */
final class Brake {
  private Runnable current = () -> {};
  private boolean pulled = false;

  /** From now on this is what stops the program; at once if it is to stop already. */
  synchronized void onPull(Runnable stop) {
    current = stop;
    if (pulled) {
      stop.run();
    }
  }

  synchronized void pull() {
    pulled = true;
    current.run();
  }

  synchronized boolean isPulled() {
    return pulled;
  }
}
