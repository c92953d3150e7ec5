package bot.optout.slack;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Response addresses: each takes five answers. */
final class FakeResponses {
  private static final int USES = 5;
  private static final Set<String> FIELDS =
      Set.of(
          "text",
          "blocks",
          "response_type",
          "replace_original",
          "delete_original",
          "thread_ts",
          "parse",
          "link_names");

  private final FakeWorkspace workspace;
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private final Set<String> expired = new HashSet<>();

  private record Place(String channel, String user, Optional<FakeMessage> original) {}

  FakeResponses(FakeWorkspace workspace) {
    this.workspace = workspace;
  }

  synchronized String issue(String channel, String user, Optional<FakeMessage> original) {
    String id = "r" + (places.size() + 1);
    places.put(id, new Place(channel, user, original));
    return id;
  }

  synchronized void expireAll() {
    expired.addAll(places.keySet());
  }

  synchronized JsonObject answer(String id, JsonObject payload) {
    Place place = places.get(id);
    if (place == null || expired.contains(id)) {
      return FakeMethods.error("expired_url");
    }
    if (uses.merge(id, 1, Integer::sum) > USES) {
      return FakeMethods.error("used_url");
    }
    if (!FIELDS.containsAll(payload.keySet())) {
      return FakeMethods.error("invalid_payload");
    }
    Optional<JsonObject> fault = FakeMethods.fault(payload);
    if (fault.isPresent()) {
      return fault.get();
    }
    put(place, payload);
    JsonObject ok = new JsonObject();
    ok.addProperty("ok", true);
    return ok;
  }

  private void put(Place place, JsonObject payload) {
    String text = SlackJson.text(payload, "text").orElse("");
    Optional<FakeMessage> original =
        place.original().flatMap(o -> workspace.find(o.channel(), o.ts()));
    if (SlackJson.flag(payload, "replace_original") && original.isPresent()) {
      workspace.change(original.get(), text, FakeMethods.blocks(payload));
    } else {
      workspace.post(
          place.channel(),
          SlackJson.text(payload, "thread_ts"),
          FakeSlack.BOT_USER,
          text,
          FakeMethods.blocks(payload),
          SlackJson.text(payload, "response_type").filter("in_channel"::equals).isPresent()
              ? Optional.empty()
              : Optional.of(place.user()),
          Optional.empty());
    }
  }
}
