package bot.optout.slack;

import bot.optout.Outgoing;
import bot.optout.message.Attachment;
import com.google.gson.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What is left to do for one message, and what already stands in the chat. For one thread. */
final class Delivery {
  private final Deque<SlackStep> open;
  private final List<SlackReference> standing = new ArrayList<>();

  private Delivery(List<SlackStep> steps) {
    this.open = new ArrayDeque<>(steps);
  }

  /** Files go before the last page, so that the buttons stand at the end. */
  static Delivery of(Outgoing.Say say, SlackRoute route) {
    List<JsonObject> pages = SlackRenderer.pages(say.message());
    Optional<SlackReference> previous =
        say.card().flatMap(Outgoing.Card::previous).flatMap(SlackReference::parse);
    boolean inPlace = say.card().map(Outgoing.Card::inPlace).orElse(false);
    List<SlackStep> steps = new ArrayList<>();
    if (!inPlace) {
      previous.ifPresent(card -> steps.add(new SlackStep.Strip(card)));
    }
    for (int i = 0; i < pages.size(); i++) {
      boolean last = i == pages.size() - 1;
      if (last) {
        files(say, route).forEach(file -> steps.add(new SlackStep.Share(file)));
      }
      boolean card = last && say.card().isPresent();
      JsonObject page = pages.get(i);
      boolean first = i == 0 && inPlace;
      SlackStep post = new SlackStep.Post(page, first, card);
      steps.add(
          first && !route.ephemeral()
              ? previous.<SlackStep>map(old -> new SlackStep.Replace(old, page, card)).orElse(post)
              : post);
    }
    return new Delivery(steps);
  }

  /** A file in a channel would be seen by everybody, and its text is in the message anyway. */
  private static List<Attachment> files(Outgoing.Say say, SlackRoute route) {
    return route.isDirect() ? say.message().attachments() : List.of();
  }

  Optional<SlackStep> next() {
    return Optional.ofNullable(open.peek());
  }

  void done() {
    open.remove();
  }

  /** The card cannot be replaced, so its successor is sent anew. */
  void instead(SlackStep step) {
    open.remove();
    open.push(step);
  }

  void stands(SlackReference reference) {
    standing.add(reference);
  }

  List<String> references() {
    return standing.stream().map(SlackReference::text).toList();
  }

  /** The direct message channel, once a message stood there. */
  Optional<String> channel() {
    return standing.stream()
        .filter(reference -> !reference.isFile())
        .map(SlackReference::channel)
        .findFirst();
  }
}
