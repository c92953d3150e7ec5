package bot.optout;

import bot.optout.conversation.Event;
import bot.optout.conversation.Heard;
import bot.optout.knowledge.Finding;
import java.util.Map;

/** What the metrics call a turn. The labels stand in other people's dashboards. */
final class TurnKind {
  static final Map<Class<? extends Event>, String> LABELS =
      Map.of(
          Event.Pressed.class, "pressed",
          Event.Wished.class, "wished",
          Event.Edited.class, "edited",
          Event.Started.class, "started",
          Event.Visited.class, "visited",
          Event.Declined.class, "declined",
          Event.Reminded.class, "reminded",
          Event.TimedOut.class, "timed_out");

  private TurnKind() {}

  /** To be asked once the event was applied: what nobody looked up is no question. */
  static String of(Event event) {
    return event instanceof Event.Said said
        ? of(said.heard())
        : LABELS.getOrDefault(event.getClass(), "other");
  }

  private static String of(Heard heard) {
    if (heard.wish().isPresent()) {
      return switch (heard.wish().get()) {
        case DRAFT -> "draft";
        case GREETING, THANKS, INSULT -> "smalltalk";
        default -> "repair";
      };
    }
    return heard.lookup().wasMade() ? of(heard.finding()) : "reply";
  }

  private static String of(Finding finding) {
    if (finding instanceof Finding.Answer) {
      return "answer";
    }
    if (finding instanceof Finding.Clarify) {
      return "clarify";
    }
    if (finding instanceof Finding.Wanted wanted) {
      return wanted.intent();
    }
    return finding instanceof Finding.OutOfScope ? "out_of_scope" : "unknown";
  }
}
