package bot.optout;

import bot.optout.cases.Case;
import bot.optout.cases.Retention;
import bot.optout.conversation.Effect;
import bot.optout.conversation.Transition;
import bot.optout.store.CaseChange;
import bot.optout.store.KeptCase;
import bot.optout.store.Snapshot;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a step does to the person's cases: the last word on each counts. */
record CaseChanges(Map<String, Optional<Case>> cases) {
  static CaseChanges of(Transition step) {
    Map<String, Optional<Case>> changes = new LinkedHashMap<>();
    for (Effect effect : step.effects()) {
      if (effect instanceof Effect.KeepCase keep) {
        changes.put(keep.followed().id(), Optional.of(keep.followed()));
      } else if (effect instanceof Effect.DropCase drop) {
        changes.put(drop.id(), Optional.empty());
      } else if (effect instanceof Effect.Forget) {
        changes.clear();
      }
    }
    return new CaseChanges(changes);
  }

  List<Case> kept() {
    return cases.values().stream().flatMap(Optional::stream).toList();
  }

  /** As the store takes them, resting on what was seen. */
  List<CaseChange> against(Snapshot seen, int days, Instant now) {
    return cases.entrySet().stream()
        .map(
            change ->
                new CaseChange(
                    change.getKey(),
                    version(seen, change.getKey()),
                    change.getValue().map(Payloads::write),
                    change.getValue().map(one -> Retention.end(one, days)).orElse(now)))
        .toList();
  }

  private static long version(Snapshot seen, String id) {
    return seen.cases().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .map(KeptCase::version)
        .orElse(0L);
  }
}
