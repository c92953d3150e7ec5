package bot.optout;

import bot.optout.conversation.Event;
import bot.optout.conversation.Heard;
import bot.optout.knowledge.Finding;

/** What the metrics call a turn. The labels stand in other people's dashboards. */
final class TurnKind {
  private TurnKind() {}

  /** To be asked once the event was applied: what nobody looked up is no question. */
  static String of(Event event) {
    if (event instanceof Event.Said said) {
      return of(said.heard());
    }
    if (event instanceof Event.Pressed) {
      return "pressed";
    }
    if (event instanceof Event.Wished) {
      return "wished";
    }
    if (event instanceof Event.Edited) {
      return "edited";
    }
    if (event instanceof Event.Started) {
      return "started";
    }
    if (event instanceof Event.Visited) {
      return "visited";
    }
    if (event instanceof Event.Declined) {
      return "declined";
    }
    return event instanceof Event.Reminded ? "reminded" : "timed_out";
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
