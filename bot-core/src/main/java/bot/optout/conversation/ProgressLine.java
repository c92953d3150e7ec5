package bot.optout.conversation;

import bot.optout.letter.Draft;
import bot.optout.letter.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One line that tells what is noted so far: "France · Instagram · reason: none · 3 of 6". */
final class ProgressLine {
  private ProgressLine() {}

  static Optional<String> of(Draft draft, Scene scene) {
    List<String> parts = new ArrayList<>();
    draft.place().map(scene.script().letters()::placeName).ifPresent(parts::add);
    if (!draft.services().isEmpty()) {
      parts.add(Corrections.services(draft.services(), scene));
    }
    if (draft.child()) {
      parts.add(scene.say(Phrase.CHOOSE_CHILD));
    }
    int unasked = scene.errand().takesReasons() ? 0 : 1;
    if (unasked == 0) {
      reason(draft.reason(), scene).ifPresent(parts::add);
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        scene.say(
            Phrase.PROGRESS,
            Map.of(
                "parts", String.join(" · ", parts),
                "answered", draft.answered() - unasked,
                "steps", Draft.STEPS - unasked)));
  }

  private static Optional<String> reason(Reason reason, Scene scene) {
    if (reason instanceof Reason.None) {
      return Optional.of(scene.say(Phrase.REASON_NONE));
    }
    if (reason instanceof Reason.Picked picked && !picked.grounds().isEmpty()) {
      return Optional.of(scene.say(Phrase.REASON_PICKED, "count", picked.grounds().size()));
    }
    return reason instanceof Reason.OwnWords own && !own.text().isEmpty()
        ? Optional.of(scene.say(Phrase.REASON_OWN))
        : Optional.empty();
  }
}
