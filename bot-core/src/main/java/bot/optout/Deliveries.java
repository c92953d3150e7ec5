package bot.optout;

import bot.optout.delivery.Courier;
import bot.optout.delivery.Progress;
import bot.optout.delivery.Sending;
import bot.optout.store.CardRole;
import bot.optout.store.ClaimedMessage;
import java.util.List;
import java.util.Optional;

/** Gives a waiting message to the platform, with the card as it stands at this moment. */
final class Deliveries implements Courier {
  private final Sender sender;

  Deliveries(Sender sender) {
    this.sender = sender;
  }

  @Override
  public Sending send(ClaimedMessage message, Progress progress) {
    Payloads.Pending pending = Payloads.pending(message.payload());
    Sending sending = sender.send(outgoing(message, pending), progress);
    return leavesTrace(pending) || !(sending instanceof Sending.Delivered)
        ? sending
        : new Sending.Delivered(List.of());
  }

  private static boolean leavesTrace(Payloads.Pending pending) {
    return pending instanceof Payloads.Pending.Say say && !say.traceless();
  }

  private static Outgoing outgoing(ClaimedMessage message, Payloads.Pending pending) {
    if (pending instanceof Payloads.Pending.Delete delete) {
      return new Outgoing.Delete(delete.address(), delete.reference());
    }
    Payloads.Pending.Say say = (Payloads.Pending.Say) pending;
    Optional<Outgoing.Card> card =
        message.card() == CardRole.NONE
            ? Optional.empty()
            : Optional.of(new Outgoing.Card(message.cardReference(), say.inPlace()));
    return new Outgoing.Say(say.address(), say.message(), card, say.language());
  }
}
