package bot.optout.slack;

import bot.optout.delivery.Sending;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * The cards that stand in chats: replaced in place, or left without their buttons. Slack changes
 * messages only as a whole and we never read any back, so the buttons of a card can only be taken
 * away while we remember what it says. In memory only, since it may be personal: after a restart an
 * old button stays, and is answered kindly.
 */
final class SlackCards {
  private static final int REMEMBERED = 1_000;

  private final WorkspaceCalls calls;
  private final Recent<SlackReference, JsonObject> cards = new Recent<>(REMEMBERED);

  SlackCards(WorkspaceCalls calls) {
    this.calls = calls;
  }

  /** Empty, and the part stands in the card's place or is to be sent anew. */
  Optional<Sending> replace(SlackStep.Replace step, Delivery delivery, Workspace workspace) {
    SlackReply reply = calls.call(SlackRenderer.update(step.previous(), step.part()), workspace);
    if (reply instanceof SlackReply.Done) {
      if (step.card()) {
        stands(step.previous(), step.part());
      }
      delivery.done(Optional.of(step.previous()));
      return Optional.empty();
    }
    if (reply instanceof SlackReply.Denied denied && SlackErrors.isNoLonger(denied.error())) {
      delivery.instead(new SlackStep.Post(step.part(), false, step.card()));
      return Optional.empty();
    }
    return Optional.of(SlackErrors.repeatable(reply));
  }

  /** Best effort: an old button that stays is answered kindly. */
  void strip(SlackReference previous, Workspace workspace) {
    cards
        .remove(previous)
        .flatMap(SlackRenderer::withoutButtons)
        .ifPresent(part -> calls.call(SlackRenderer.update(previous, part), workspace));
  }

  /** Remembers a card, so that its buttons can be taken away. */
  void stands(SlackReference reference, JsonObject part) {
    cards.put(reference, part);
  }

  /** Deleting what is gone is deleting, too. */
  Sending delete(SlackReference reference, Workspace workspace) {
    cards.remove(reference);
    SlackReply reply = calls.call(SlackRenderer.delete(reference), workspace);
    boolean gone =
        reply instanceof SlackReply.Done
            || (reply instanceof SlackReply.Denied denied
                && SlackErrors.isNoLonger(denied.error()));
    return gone ? new Sending.Delivered(List.of()) : SlackErrors.repeatable(reply);
  }
}
