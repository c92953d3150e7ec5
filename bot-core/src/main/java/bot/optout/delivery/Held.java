package bot.optout.delivery;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The claims that this process works on now, so that they can be extended. */
final class Held<C> {
  private final Set<C> claims = ConcurrentHashMap.newKeySet();

  /** Works on a claim and counts it as held meanwhile. */
  void during(C claim, Consumer<C> work) {
    claims.add(claim);
    try {
      work.accept(claim);
    } finally {
      claims.remove(claim);
    }
  }

  void forEach(Consumer<C> action) {
    claims.forEach(action);
  }
}
