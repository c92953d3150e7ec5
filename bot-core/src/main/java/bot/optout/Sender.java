package bot.optout;

import bot.optout.delivery.Sending;

/**
 * The one thing a platform must be able to do: deliver. Called by many threads, for one
 * conversation by one at a time, in order. It does not retry; the outbox does.
 */
@FunctionalInterface
public interface Sender {
  Sending send(Outgoing outgoing);
}
