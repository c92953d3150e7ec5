package bot.optout.slack;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** What was sent, how often, and with what it was acknowledged. Guarded by its own monitor. */
abstract class FakeDeliveries implements FakeWire {
  final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, Integer> deliveries = new HashMap<>();
  private final Map<String, JsonObject> acknowledgements = new HashMap<>();
  private final List<String> complaints = new ArrayList<>();

  final synchronized void sent(String id) {
    deliveries.merge(id, 1, Integer::sum);
  }

  final synchronized void acknowledged(String id, JsonObject answer) {
    acknowledgements.put(id, answer);
  }

  final synchronized void complain(String what) {
    complaints.add(what);
  }

  @Override
  public final synchronized int deliveries(String id) {
    return deliveries.getOrDefault(id, 0);
  }

  @Override
  public final synchronized Optional<JsonObject> acknowledgement(String id) {
    return Optional.ofNullable(acknowledgements.get(id));
  }

  @Override
  public final boolean allAcknowledged() {
    return unacknowledged() == 0;
  }

  @Override
  public final synchronized List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public final void close() {
    timer.shutdownNow();
  }
}
