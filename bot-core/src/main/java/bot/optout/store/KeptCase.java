package bot.optout.store;

import java.time.Instant;

/**
 * A case as it is kept.
 *
 * @param id unique within the person
 * @param version changes with every commit that changed the case
 */
public record KeptCase(String id, long version, String payload, Instant expires) {
  @Override
  public String toString() {
    return "KeptCase[" + version + "]";
  }
}
