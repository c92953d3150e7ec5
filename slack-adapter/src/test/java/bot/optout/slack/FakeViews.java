package bot.optout.slack;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The modals and homes that people see. A trigger opens one modal, and a form is answered, within
 * three seconds; whoever takes longer is complained of.
 */
final class FakeViews {
  /**
   * A view as it stands.
   *
   * @param errors what the bot says is wrong, by block
   * @param typed what stands in the fields, by block; kept as long as the same field is there
   * @param changed counts up with every change anywhere
   */
  record Standing(
      String id,
      String person,
      JsonObject view,
      String hash,
      Map<String, String> errors,
      Map<String, String> typed,
      long changed) {
    FakeMessage asMessage() {
      return new FakeMessage(
          "view",
          id,
          Optional.empty(),
          FakeSlack.BOT_USER,
          "",
          view.getAsJsonArray("blocks"),
          Optional.of(person),
          Optional.empty(),
          changed);
    }
  }

  private static final Duration BOUND = Duration.ofSeconds(3);

  private final FakeWorkspace workspace;
  private final Consumer<String> complaints;
  private final Map<String, String> triggers = new HashMap<>();
  private final Map<String, Long> since = new HashMap<>();
  private final Set<String> expired = new HashSet<>();
  private final Map<String, Standing> open = new HashMap<>();
  private final Map<String, Standing> homes = new HashMap<>();
  private final List<String> everOpened = new ArrayList<>();
  private boolean slow;

  FakeViews(FakeWorkspace workspace, Consumer<String> complaints) {
    this.workspace = workspace;
    this.complaints = complaints;
  }

  synchronized void trigger(String trigger, String person) {
    triggers.put(trigger, person);
    since.put(trigger, System.nanoTime());
    if (slow) {
      expired.add(trigger);
    }
  }

  /** From now on every trigger comes too late. */
  synchronized void triggersExpire() {
    slow = true;
  }

  synchronized JsonObject open(JsonObject args) {
    String trigger = text(args, "trigger_id");
    if (expired.contains(trigger)) {
      return FakeMethods.error("expired_trigger_id");
    }
    String person = triggers.remove(trigger);
    if (person == null) {
      return FakeMethods.error("invalid_trigger_id");
    }
    complainIfLate("views.open", trigger);
    JsonObject view = args.getAsJsonObject("view");
    Optional<JsonObject> fault = fault(view, "modal");
    if (fault.isPresent()) {
      return fault.get();
    }
    String external = text(view, "external_id");
    if (everOpened.contains(external)) {
      return FakeMethods.error("duplicate_external_id");
    }
    everOpened.add(external);
    return put(external, person, view);
  }

  private void complainIfLate(String what, String trigger) {
    Duration took =
        Duration.ofNanos(System.nanoTime() - since.getOrDefault(trigger, System.nanoTime()));
    if (took.compareTo(BOUND) > 0) {
      complaints.accept(what + ": after " + took);
    }
  }

  synchronized JsonObject update(JsonObject args) {
    String external = text(args, "external_id");
    Standing standing = open.get(external);
    if (standing == null) {
      return FakeMethods.error("not_found");
    }
    JsonObject view = args.getAsJsonObject("view");
    return fault(view, "modal").orElseGet(() -> put(external, standing.person(), view));
  }

  synchronized JsonObject publish(JsonObject args) {
    JsonObject view = args.getAsJsonObject("view");
    Optional<JsonObject> fault = fault(view, "home");
    if (fault.isPresent()) {
      return fault.get();
    }
    String person = text(args, "user_id");
    homes.put(
        person,
        new Standing("VHOME" + person, person, view, "h", Map.of(), Map.of(), workspace.changed()));
    return ok();
  }

  private JsonObject put(String external, String person, JsonObject view) {
    long change = workspace.changed();
    open.put(
        external,
        new Standing(
            "V" + external,
            person,
            view,
            "hash-" + change,
            Map.of(),
            kept(external, view),
            change));
    return ok();
  }

  private Map<String, String> kept(String external, JsonObject view) {
    Map<String, String> kept = new HashMap<>();
    Optional.ofNullable(open.get(external)).ifPresent(before -> kept.putAll(before.typed()));
    kept.keySet().removeIf(block -> !hasBlocks(view, Set.of(block)));
    return kept;
  }

  /** The person types into a field of the modal. */
  synchronized void type(String external, String block, String text) {
    Standing before = open.get(external);
    if (before != null) {
      open.put(
          external,
          new Standing(
              before.id(),
              before.person(),
              before.view(),
              before.hash(),
              before.errors(),
              Map.of(block, text),
              before.changed()));
    }
  }

  private static Optional<JsonObject> fault(JsonObject view, String type) {
    List<String> problems = BlockKitRules.viewProblems(view, type);
    if (problems.isEmpty()) {
      return Optional.empty();
    }
    JsonObject error = FakeMethods.error("invalid_arguments");
    error.addProperty("problems", String.join("; ", problems));
    return Optional.of(error);
  }

  /** The modal in front of this person. */
  synchronized Optional<Standing> modal(String person) {
    return open.values().stream().filter(view -> view.person().equals(person)).findFirst();
  }

  synchronized Optional<Standing> home(String person) {
    return Optional.ofNullable(homes.get(person));
  }

  synchronized void close(String person) {
    open.values().removeIf(view -> view.person().equals(person));
  }

  /** The answer to a form: puts another view up, shows errors, or closes the modal. */
  synchronized void answered(JsonObject sent, JsonObject acknowledgement) {
    String external =
        text(sent, "type").equals("view_submission")
            ? SlackJson.object(sent, "view").map(view -> text(view, "external_id")).orElse("")
            : "";
    Standing standing = open.get(external);
    if (standing == null) {
      return;
    }
    complainIfLate("view_submission", text(sent, "trigger_id"));
    Optional<JsonObject> payload = SlackJson.object(acknowledgement, "payload");
    String action = payload.flatMap(p -> SlackJson.text(p, "response_action")).orElse("");
    switch (action) {
      case "update" -> {
        JsonObject view = payload.orElseThrow().getAsJsonObject("view");
        List<String> problems = BlockKitRules.viewProblems(view, "modal");
        if (problems.isEmpty()) {
          put(external, standing.person(), view);
        } else {
          complaints.accept("view_submission: " + problems);
        }
      }
      case "errors" -> {
        Map<String, String> errors = new HashMap<>();
        JsonObject said = payload.orElseThrow().getAsJsonObject("errors");
        said.keySet().forEach(block -> errors.put(block, text(said, block)));
        if (errors.isEmpty() || !hasBlocks(standing.view(), errors.keySet())) {
          complaints.accept("view_submission: errors at blocks that are not there");
        } else {
          open.put(external, showing(errors, standing));
        }
      }
      default -> open.remove(external);
    }
  }

  /** The view itself stays as it is, and its hash with it. */
  private Standing showing(Map<String, String> errors, Standing before) {
    return new Standing(
        before.id(),
        before.person(),
        before.view(),
        before.hash(),
        errors,
        before.typed(),
        workspace.changed());
  }

  private static boolean hasBlocks(JsonObject view, Set<String> ids) {
    Set<String> there = new HashSet<>();
    SlackJson.objects(view, "blocks").forEach(block -> there.add(text(block, "block_id")));
    return there.containsAll(ids);
  }

  private static JsonObject ok() {
    JsonObject answer = new JsonObject();
    answer.addProperty("ok", true);
    return answer;
  }

  private static String text(JsonObject object, String name) {
    return SlackJson.text(object, name).orElse("");
  }
}
