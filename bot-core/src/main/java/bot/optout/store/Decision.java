package bot.optout.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a turn decided; committed as a whole or not at all.
 *
 * @param state what to keep; with neither state nor context, nothing of the conversation is kept
 * @param expires when state and context are to be gone
 * @param messages to deliver, in this order, to any conversation of the same platform
 * @param due events for later; see {@link NewEvent#dedupeKey}
 * @param cancelDue prefixes of the names of this conversation's due events to remove, before {@code
 *     due} is added; an empty prefix removes all
 * @param language the person's choice, if they made one now; empty leaves the earlier one
 * @param forget first delete everything about the person on this platform and tenant
 * @param notes for whoever runs the bot; of a person who is forgotten, no question is kept
 * @param cases what happens to the person's cases; each rests on the version that was seen
 */
public record Decision(
    Optional<String> state,
    Optional<String> context,
    Instant expires,
    List<NewMessage> messages,
    List<NewEvent> due,
    Set<String> cancelDue,
    Optional<String> language,
    boolean forget,
    List<Note> notes,
    List<CaseChange> cases) {
  public Decision {
    cases = List.copyOf(cases);
    messages = List.copyOf(messages);
    due = List.copyOf(due);
    cancelDue = Set.copyOf(cancelDue);
    notes = List.copyOf(notes);
  }

  /** Without notes and cases. */
  public Decision(
      Optional<String> state,
      Optional<String> context,
      Instant expires,
      List<NewMessage> messages,
      List<NewEvent> due,
      Set<String> cancelDue,
      Optional<String> language,
      boolean forget) {
    this(state, context, expires, messages, due, cancelDue, language, forget, List.of(), List.of());
  }

  /** Whether something is to be gone from the files as well. */
  boolean erases() {
    return forget || cases.stream().anyMatch(change -> change.payload().isEmpty());
  }

  boolean keepsNothing() {
    return state.isEmpty() && context.isEmpty();
  }

  @Override
  public String toString() {
    return "Decision["
        + messages.size()
        + " messages, "
        + due.size()
        + " due"
        + (forget ? ", forget" : "")
        + (cases.isEmpty() ? "" : ", " + cases.size() + " cases")
        + "]";
  }
}
