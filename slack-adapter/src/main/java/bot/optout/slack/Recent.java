package bot.optout.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers the newest few, for what is good to know and can be done without. For several threads.
 */
final class Recent<K, V> {
  private final Map<K, V> entries = new LinkedHashMap<>();
  private final int most;

  Recent(int most) {
    this.most = most;
  }

  synchronized Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  synchronized void put(K key, V value) {
    entries.remove(key);
    entries.put(key, value);
    if (entries.size() > most) {
      entries.remove(entries.keySet().iterator().next());
    }
  }

  /** Whether it was not there yet; what is there stays. */
  synchronized boolean putIfAbsent(K key, V value) {
    if (entries.containsKey(key)) {
      return false;
    }
    put(key, value);
    return true;
  }

  synchronized Optional<V> remove(K key) {
    return Optional.ofNullable(entries.remove(key));
  }
}
