package bot.optout.store;

/**
 * A message of the bot's that stands in a chat and can still be deleted. The reference is what the
 * delivery gave, opaque to the store: whoever needs a route to delete the message writes it in.
 */
public record SentReference(ConversationKey conversation, String reference) {
  @Override
  public String toString() {
    return "SentReference[" + conversation.platform() + "]";
  }
}
