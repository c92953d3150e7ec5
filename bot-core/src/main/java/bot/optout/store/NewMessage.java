package bot.optout.store;

/** One thing to deliver; the payload is opaque to the store and erased once delivered. */
public record NewMessage(ConversationKey conversation, String payload, CardRole card) {
  @Override
  public String toString() {
    return "NewMessage[" + conversation.platform() + ", " + card + "]";
  }
}
