package bot.optout.slack;

import bot.optout.message.Field;
import bot.optout.message.Message;
import bot.optout.slack.BlockRenderer.Rendered;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns messages into views: a modal with one question at a time, and the app's home. */
final class SlackView {
  /** The action id of the one field in a modal. */
  static final String TYPED = "typed";

  private static final String FIELD = "field:";

  /** The bot's name is the same in all languages. */
  private static final String TITLE = "Optout Bot";

  private SlackView() {}

  /** What a message says, without its buttons. */
  static List<JsonObject> words(Message message) {
    return message.blocks().stream().flatMap(BlockRenderer::render).map(Rendered::json).toList();
  }

  /**
   * A modal.
   *
   * @param above what else was said since the person did something
   * @param below remarks of ours, between the message and its buttons
   */
  static JsonObject modal(
      String id, List<JsonObject> above, Message message, List<JsonObject> below) {
    JsonObject view = BlockKit.typed("modal");
    view.add("title", BlockKit.plainText(TITLE));
    view.addProperty("callback_id", "conversation");
    view.addProperty("external_id", id);
    view.addProperty("private_metadata", message.field().map(Field::id).orElse(""));
    message.field().ifPresent(field -> view.add("submit", BlockKit.plainText(field.submit())));
    List<JsonObject> bottom =
        new ArrayList<>(message.field().map(SlackView::input).stream().toList());
    BlockRenderer.buttons(message.choices()).forEach(bottom::add);
    List<JsonObject> words = Stream.concat(words(message).stream(), below.stream()).toList();
    view.add("blocks", BlockKit.array(fitting(above, words, bottom)));
    return view;
  }

  /** Stands until the answer comes. */
  static JsonObject waiting(String id, String words) {
    JsonObject view = BlockKit.typed("modal");
    view.add("title", BlockKit.plainText(TITLE));
    view.addProperty("callback_id", "conversation");
    view.addProperty("external_id", id);
    view.add("blocks", BlockKit.array(List.of(BlockKit.context(words))));
    return view;
  }

  /**
   * The modal that was sent, with what was typed, until the answer comes: Slack keeps what stands
   * in a field as long as the field is the same.
   */
  static JsonObject stillWaiting(Meaning.Submission submission, String words, String submit) {
    JsonObject view = waiting(submission.view().id(), words);
    JsonArray blocks = new JsonArray();
    submission.blocks().forEach(blocks::add);
    if (blocks.size() < SlackLimits.VIEW_BLOCKS) {
      blocks.add(BlockKit.context(words));
    }
    view.add("blocks", blocks);
    view.add("submit", BlockKit.plainText(submit));
    return view;
  }

  static JsonObject home(Message message) {
    JsonObject view = BlockKit.typed("home");
    List<JsonObject> bottom = BlockRenderer.buttons(message.choices()).toList();
    view.add("blocks", BlockKit.array(fitting(List.of(), words(message), bottom)));
    return view;
  }

  static String block(Field field) {
    return FIELD + field.id();
  }

  private static JsonObject input(Field field) {
    JsonObject element =
        BlockKit.typed(field.kind() == Field.Kind.EMAIL ? "email_text_input" : "plain_text_input");
    element.addProperty("action_id", TYPED);
    element.addProperty("focus_on_load", true);
    if (field.kind() != Field.Kind.EMAIL) {
      element.addProperty("multiline", field.kind() == Field.Kind.LONG_TEXT);
      element.addProperty("max_length", SlackLimits.INPUT);
    }
    JsonObject block = BlockKit.typed("input");
    block.addProperty("block_id", block(field));
    block.add("label", BlockKit.plainText(field.label()));
    block.add("element", element);
    return block;
  }

  /** What the person has to decide on is never cut; what was said first goes first. */
  private static List<JsonObject> fitting(
      List<JsonObject> above, List<JsonObject> words, List<JsonObject> bottom) {
    List<JsonObject> all = Stream.concat(above.stream(), words.stream()).toList();
    int room = SlackLimits.VIEW_BLOCKS - bottom.size();
    List<JsonObject> kept = all.subList(Math.max(0, all.size() - room), all.size());
    return Stream.concat(kept.stream(), bottom.stream()).toList();
  }

  /** The answer to a form that shows what is wrong at the field itself. */
  static Optional<JsonObject> problem(Message message, String submitted) {
    return message
        .field()
        .filter(field -> block(field).equals(submitted))
        .flatMap(Field::problem)
        .map(problem -> errors(submitted, problem));
  }

  private static JsonObject errors(String block, String problem) {
    JsonObject errors = new JsonObject();
    errors.addProperty(block, SlackText.cut(SlackText.clean(problem), SlackLimits.FIELD_ERROR));
    JsonObject response = new JsonObject();
    response.addProperty("response_action", "errors");
    response.add("errors", errors);
    return response;
  }

  /** The answer to a form that puts a view in its place. */
  static JsonObject instead(JsonObject view) {
    JsonObject response = new JsonObject();
    response.addProperty("response_action", "update");
    response.add("view", view);
    return response;
  }

  static SlackCall open(String trigger, JsonObject view) {
    JsonObject args = new JsonObject();
    args.addProperty("trigger_id", trigger);
    args.add("view", view);
    return new SlackCall("views.open", args);
  }

  static SlackCall update(String id, JsonObject view) {
    JsonObject args = new JsonObject();
    args.addProperty("external_id", id);
    args.add("view", view);
    return new SlackCall("views.update", args);
  }

  static SlackCall publish(String person, JsonObject view) {
    JsonObject args = new JsonObject();
    args.addProperty("user_id", person);
    args.add("view", view);
    return new SlackCall("views.publish", args);
  }
}
