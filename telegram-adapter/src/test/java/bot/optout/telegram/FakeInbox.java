package bot.optout.telegram;

import bot.optout.Address;
import bot.optout.Incoming;
import bot.optout.Input;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An inbox as small as can be: the first of every dedupe key counts. */
final class FakeInbox implements TelegramIntake.Door {
  final List<String> kept = Collections.synchronizedList(new ArrayList<>());
  final List<Address> keptFrom = Collections.synchronizedList(new ArrayList<>());

  /** So often from now on nothing can be stored. */
  final AtomicInteger failures = new AtomicInteger();

  private final Map<String, Incoming> stored = Collections.synchronizedMap(new LinkedHashMap<>());

  @Override
  public boolean accept(Incoming incoming) {
    if (failures.getAndDecrement() > 0) {
      throw new IllegalStateException("no database");
    }
    return stored.putIfAbsent(incoming.dedupeKey(), incoming) == null;
  }

  @Override
  public void keep(Address person, String raw) {
    kept.add(raw);
    keptFrom.add(person);
  }

  /** What was said, and the kind of everything else. */
  List<String> words() {
    synchronized (stored) {
      return stored.values().stream()
          .map(Incoming::input)
          .map(input -> input instanceof Input.Said said ? said.text() : input.toString())
          .toList();
    }
  }
}
