package bot.optout.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Spells a decision so that a test names only what matters to it. */
final class DecisionBuilder {
  private final Instant expires;
  private final List<NewMessage> messages = new ArrayList<>();
  private final List<NewEvent> due = new ArrayList<>();
  private Optional<String> state = Optional.empty();
  private Optional<String> context = Optional.empty();
  private Optional<String> language = Optional.empty();
  private Set<String> cancelled = Set.of();
  private final List<Note> notes = new ArrayList<>();
  private final List<CaseChange> cases = new ArrayList<>();
  private boolean forget;

  DecisionBuilder(Instant expires) {
    this.expires = expires;
  }

  DecisionBuilder state(String text) {
    state = Optional.of(text);
    return this;
  }

  DecisionBuilder context(String text) {
    context = Optional.of(text);
    return this;
  }

  DecisionBuilder language(String choice) {
    language = Optional.of(choice);
    return this;
  }

  DecisionBuilder saying(NewMessage... said) {
    messages.addAll(List.of(said));
    return this;
  }

  DecisionBuilder later(NewEvent event) {
    due.add(event);
    return this;
  }

  DecisionBuilder cancelling(String... prefixes) {
    cancelled = Set.of(prefixes);
    return this;
  }

  DecisionBuilder forgetting() {
    forget = true;
    return this;
  }

  DecisionBuilder noting(Note... noted) {
    notes.addAll(List.of(noted));
    return this;
  }

  DecisionBuilder keeping(String id, long seen, String payload, Instant expires) {
    cases.add(new CaseChange(id, seen, Optional.of(payload), expires));
    return this;
  }

  DecisionBuilder removing(String id, long seen) {
    cases.add(new CaseChange(id, seen, Optional.empty(), expires));
    return this;
  }

  Decision build() {
    return new Decision(
        state, context, expires, messages, due, cancelled, language, forget, notes, cases);
  }
}
