package bot.optout.slack;

import bot.optout.Outgoing;
import bot.optout.delivery.Progress;
import bot.optout.message.Attachment;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is left to do for one message, and what already stands in the chat. For one thread. */
final class Delivery {
  private final List<SlackStep> steps;
  private final Progress progress;

  private Delivery(List<SlackStep> steps, Progress progress) {
    this.steps = steps;
    this.progress = progress;
  }

  /** Files go before the last part, so that the buttons stand at the end. */
  static Delivery of(Outgoing.Say say, SlackRoute route, Progress progress) {
    List<JsonObject> parts = SlackRenderer.parts(say.message());
    Optional<SlackReference> previous =
        say.card().flatMap(Outgoing.Card::previous).flatMap(SlackReference::parse);
    boolean inPlace = say.card().map(Outgoing.Card::inPlace).orElse(false);
    List<SlackStep> steps = new ArrayList<>();
    if (!inPlace) {
      previous.ifPresent(card -> steps.add(new SlackStep.Strip(card)));
    }
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      if (last) {
        files(say, route).forEach(file -> steps.add(new SlackStep.Share(file)));
      }
      boolean card = last && say.card().isPresent();
      JsonObject part = parts.get(i);
      boolean first = i == 0 && inPlace;
      SlackStep post = new SlackStep.Post(part, first, card);
      steps.add(
          first && !route.ephemeral()
              ? previous.<SlackStep>map(old -> new SlackStep.Replace(old, part, card)).orElse(post)
              : post);
    }
    return new Delivery(steps, progress);
  }

  /** A file in a channel would be seen by everybody, and its text is in the message anyway. */
  private static List<Attachment> files(Outgoing.Say say, SlackRoute route) {
    return route.isDirect() ? say.message().attachments() : List.of();
  }

  Optional<SlackStep> next() {
    return progress.done() < steps.size()
        ? Optional.of(steps.get(progress.done()))
        : Optional.empty();
  }

  /** The open step is done; if more are to come, it is not done again whatever happens. */
  void done(Optional<SlackReference> standing) {
    boolean repeatable = steps.get(progress.done()).repeatable();
    progress.done(standing.map(SlackReference::text));
    if (!repeatable && progress.done() < steps.size()) {
      progress.keep();
    }
  }

  /** The card cannot be replaced, so its successor is sent anew. */
  void instead(SlackStep step) {
    steps.set(progress.done(), step);
  }

  List<String> references() {
    return progress.references().stream().flatMap(Optional::stream).toList();
  }

  /** The direct message channel, once a message stood there. */
  Optional<String> channel() {
    return references().stream()
        .flatMap(reference -> SlackReference.parse(reference).stream())
        .filter(reference -> !reference.isFile())
        .map(SlackReference::channel)
        .findFirst();
  }
}
