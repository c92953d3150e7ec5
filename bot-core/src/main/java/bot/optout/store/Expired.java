package bot.optout.store;

/**
 * What one expiry removed.
 *
 * @param conversations past their time
 * @param references of messages sent more than 48 hours ago
 * @param undelivered messages that nobody could deliver for 24 hours
 * @param payloads of events set aside more than 7 days ago
 * @param events done more than 48 hours ago
 * @param unhandled events that arrived more than 7 days ago and nobody came for, as where their
 *     platform's process runs no more, and due events that nobody came for in 13 months
 * @param questions shared with the operator 30 days ago
 * @param cases past their time
 */
public record Expired(
    int conversations,
    int references,
    int undelivered,
    int payloads,
    int events,
    int unhandled,
    int questions,
    int cases) {
  /** Nothing was past its time. */
  public static final Expired NOTHING = new Expired(0, 0, 0, 0, 0, 0, 0, 0);
}
