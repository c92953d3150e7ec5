package bot.optout.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What a turn does to one case.
 *
 * @param id 1 to 20 characters, made by the program, nothing personal
 * @param seen the version the decision rests on; 0: there was none
 * @param payload opaque to the store and kept encrypted; empty: the case is removed
 * @param expires when it is to be gone
 */
public record CaseChange(String id, long seen, Optional<String> payload, Instant expires) {
  @Override
  public String toString() {
    return "CaseChange[" + (payload.isPresent() ? "keep" : "remove") + "]";
  }
}
