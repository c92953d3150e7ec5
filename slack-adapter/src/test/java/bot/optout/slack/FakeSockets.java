package bot.optout.slack;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/**
 * Socket Mode: hands out tickets, greets, delivers envelopes over any of the lines, delivers events
 * again when they are not acknowledged in time, and keeps count of what is wrong with the
 * acknowledgements. Commands and clicks never come again: they are lost.
 */
public final class FakeSockets extends FakeDeliveries {
  private static final int CONNECTIONS = 10;

  /** How long the person who gave a command is shown that it is under way. */
  private static final Duration LOST = Duration.ofSeconds(3);

  /** How often an envelope is sent over one connection before Slack gives up. */
  private static final int TRIES = 4;

  private final String address;
  private final Duration redelivery;
  private final BiConsumer<JsonObject, JsonObject> answered;
  private final Set<String> tickets = new HashSet<>();
  private final List<Session> sessions = new ArrayList<>();
  private final Map<String, JsonObject> open = new LinkedHashMap<>();
  private final Map<String, Integer> tries = new HashMap<>();
  private int room = CONNECTIONS;
  private Optional<String> detour = Optional.empty();
  private int connected;

  FakeSockets(String address, Duration redelivery, BiConsumer<JsonObject, JsonObject> answered) {
    this.answered = answered;
    this.address = address;
    this.redelivery = redelivery;
  }

  synchronized String ticket() {
    String ticket = UUID.randomUUID().toString();
    tickets.add(ticket);
    return detour.orElse(address) + "?ticket=" + ticket + "&app_id=A0FAKE";
  }

  synchronized boolean redeem(String ticket) {
    return tickets.remove(ticket);
  }

  /** From now on new connections are turned away, or let in again. */
  void full(boolean now) {
    room(now ? 0 : CONNECTIONS);
  }

  /** From now on so many connections may stand. */
  synchronized void room(int connections) {
    room = connections;
  }

  /** From now on new connections lead to another port. */
  synchronized void leadTo(int port) {
    detour = Optional.of(address.replaceFirst(":\\d+/", ":" + port + "/"));
  }

  /** One connection; public because Jetty looks for its methods from outside. */
  public final class Endpoint implements Session.Listener.AutoDemanding {
    private Optional<Session> session = Optional.empty();

    @Override
    public void onWebSocketOpen(Session opened) {
      session = Optional.of(opened);
      greet(opened);
    }

    @Override
    public void onWebSocketText(String message) {
      acknowledged(message);
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
      session.ifPresent(FakeSockets.this::gone);
      callback.succeed();
    }
  }

  private synchronized void greet(Session session) {
    if (sessions.size() >= room) {
      send(session, "{\"type\":\"disconnect\",\"reason\":\"too_many_websockets\"}");
      return;
    }
    sessions.add(session);
    connected++;
    send(
        session,
        "{\"type\":\"hello\",\"num_connections\":"
            + sessions.size()
            + ",\"debug_info\":{\"host\":\"applink-1\",\"build_number\":7,"
            + "\"approximate_connection_time\":18060},"
            + "\"connection_info\":{\"app_id\":\"A0FAKE\"}}");
    notifyAll();
    for (String id : List.copyOf(open.keySet())) {
      if (isEvent(open.get(id))) {
        tries.remove(id);
      }
      if (!tries.containsKey(id)) {
        deliver(id);
      }
    }
  }

  private synchronized void gone(Session session) {
    sessions.remove(session);
    notifyAll();
  }

  @Override
  public synchronized String deliver(String type, JsonObject payload, boolean takesPayload) {
    String id = UUID.randomUUID().toString();
    JsonObject envelope = new JsonObject();
    envelope.addProperty("envelope_id", id);
    envelope.add("payload", payload);
    envelope.addProperty("type", type);
    envelope.addProperty("accepts_response_payload", takesPayload);
    open.put(id, envelope);
    deliver(id);
    return id;
  }

  private synchronized void deliver(String id) {
    JsonObject envelope = open.get(id);
    if (envelope == null || sessions.isEmpty()) {
      return;
    }
    int before = tries.merge(id, 1, Integer::sum) - 1;
    if (before >= TRIES) {
      return;
    }
    boolean event = isEvent(envelope);
    if (!event && before > 0) {
      complain("a command or a click was lost");
      return;
    }
    sent(id);
    if (event) {
      envelope.addProperty("retry_attempt", before);
      envelope.addProperty("retry_reason", before == 0 ? "" : "timeout");
    }
    String message = SlackJson.write(envelope);
    send(line(message), message);
    Duration wait = event ? redelivery : LOST;
    var unused = timer.schedule(() -> deliver(id), wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Any, but what one person does stays in order, as it does where people need time to type. */
  private Session line(String message) {
    String person = SlackEnvelope.read(message).flatMap(SlackEnvelope::person).orElse("");
    return sessions.get(Math.floorMod(person.hashCode(), sessions.size()));
  }

  private static boolean isEvent(@Nullable JsonObject envelope) {
    return envelope != null
        && SlackJson.text(envelope, "type").filter("events_api"::equals).isPresent();
  }

  private synchronized void acknowledged(String message) {
    Optional<JsonObject> answer = SlackJson.parse(message);
    Optional<String> id = answer.flatMap(a -> SlackJson.text(a, "envelope_id"));
    if (id.isEmpty() || deliveries(id.get()) == 0) {
      complain("acknowledges nothing that was sent");
      notifyAll();
      return;
    }
    JsonObject envelope = open.remove(id.get());
    if (envelope == null) {
      complain("acknowledged twice");
    } else {
      acknowledged(id.get(), answer.get());
      answered.accept(envelope.getAsJsonObject("payload"), answer.get());
    }
    notifyAll();
  }

  synchronized void say(String message) {
    List.copyOf(sessions).forEach(session -> send(session, message));
  }

  /** Announces the end of every connection, as Slack does before it restarts a server. */
  void disconnect(String reason) {
    say(
        "{\"type\":\"disconnect\",\"reason\":\""
            + reason
            + "\",\"debug_info\":{\"host\":\"applink-1\"}}");
  }

  /** Ends every connection without a word. */
  void cut() {
    cut(CONNECTIONS);
  }

  /** Ends the oldest connections so. */
  synchronized void cut(int how) {
    List<Session> gone = List.copyOf(sessions.subList(0, Math.min(how, sessions.size())));
    gone.forEach(Session::disconnect);
    sessions.removeAll(gone);
  }

  private static void send(Session session, String message) {
    session.sendText(message, Callback.NOOP);
  }

  synchronized int connections() {
    return sessions.size();
  }

  /** How often somebody connected in all. */
  synchronized int connected() {
    return connected;
  }

  @Override
  public synchronized int unacknowledged() {
    return open.size();
  }
}
