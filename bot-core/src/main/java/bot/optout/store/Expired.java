package bot.optout.store;

/**
 * What one expiry removed.
 *
 * @param conversations past their time
 * @param references of messages sent more than 48 hours ago
 * @param undelivered messages that nobody could deliver for 24 hours
 * @param payloads of events set aside more than 7 days ago
 * @param events done more than 48 hours ago
 * @param questions shared with the operator 30 days ago
 * @param cases past their time
 */
public record Expired(
    int conversations,
    int references,
    int undelivered,
    int payloads,
    int events,
    int questions,
    int cases) {}
