package bot.optout;

import bot.optout.delivery.Progress;
import bot.optout.delivery.Sending;

/**
 * The one thing a platform must be able to do: deliver. Called by many threads, for one
 * conversation by one at a time, in order. It does not retry; the outbox does.
 */
@FunctionalInterface
public interface Sender {
  /**
   * Delivers all of it, or says how that ended.
   *
   * @param progress where an earlier try broke off; to be told of every part that is done
   */
  Sending send(Outgoing outgoing, Progress progress);
}
