package bot.optout.store;

import java.util.List;
import java.util.Optional;

/**
 * What is known about a conversation at one moment.
 *
 * @param version changes with every commit that changed the state or the context; 0: nothing stored
 * @param language what the person chose, on this platform and in every chat
 * @param cases all of the person's, whatever the chat
 */
public record Snapshot(
    long version,
    Optional<String> state,
    Optional<String> context,
    Optional<String> language,
    List<KeptCase> cases) {
  public Snapshot {
    cases = List.copyOf(cases);
  }

  @Override
  public String toString() {
    return "Snapshot[" + version + "]";
  }
}
