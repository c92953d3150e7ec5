package bot.optout.delivery;

import bot.optout.store.ClaimedMessage;

/**
 * Takes one message to the platform. Called by many threads, for one conversation by one at a time,
 * in order. An exception counts as {@link Sending.Failed}, 5 times at most.
 */
@FunctionalInterface
public interface Courier {
  /**
   * Delivers all of it, or says how that ended.
   *
   * @param progress the parts that are done; goes on behind them
   */
  Sending send(ClaimedMessage message, Progress progress);
}
