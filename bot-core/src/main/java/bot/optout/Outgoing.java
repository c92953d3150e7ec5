package bot.optout;

import bot.optout.message.Message;
import java.util.Optional;

/** One thing to deliver. */
public sealed interface Outgoing {
  Address address();

  /**
   * Say something.
   *
   * @param card where this message is the one live card of its conversation (a question with its
   *     buttons)
   * @param language tag of the language it speaks, where that is known
   */
  record Say(Address address, Message message, Optional<Card> card, Optional<String> language)
      implements Outgoing {
    /** In whatever language. */
    public Say(Address address, Message message, Optional<Card> card) {
      this(address, message, card, Optional.empty());
    }
  }

  /** Delete a message of the bot's, by the reference that its delivery gave. */
  record Delete(Address address, String reference) implements Outgoing {
    @Override
    public String toString() {
      return "Delete";
    }
  }

  /**
   * The live card. At most one stands in a conversation.
   *
   * @param previous the reference of the card before this one, if one stands
   * @param inPlace true: the person pressed a button of the card, so edit it in place (send anew if
   *     that cannot be done). False: the person typed, so the new card is sent below their words,
   *     and the previous one loses its buttons.
   */
  record Card(Optional<String> previous, boolean inPlace) {
    @Override
    public String toString() {
      return "Card[inPlace=" + inPlace + "]";
    }
  }
}
