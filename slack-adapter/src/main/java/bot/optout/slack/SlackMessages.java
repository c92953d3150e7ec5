package bot.optout.slack;

import bot.optout.Input;
import com.google.gson.JsonObject;
import java.util.Optional;

/** Reads messages: what a person wrote, changed or attached, and nobody else. */
final class SlackMessages {
  private final String self;

  SlackMessages(String self) {
    this.self = self;
  }

  /** Empty for what is no person's doing, and for channels, where we only hear mentions. */
  Optional<Input> direct(JsonObject event) {
    if (!isDirect(event)) {
      return Optional.empty();
    }
    return switch (SlackJson.text(event, "subtype").orElse("")) {
      case "", "me_message", "thread_broadcast" -> fromPerson(event).flatMap(this::said);
      case "file_share" -> fromPerson(event).map(this::shared);
      case "message_changed" -> changed(event);
      default -> Optional.empty();
    };
  }

  /** A mention without a word is a call for the menu. */
  Optional<Input> mention(JsonObject event) {
    return fromPerson(event)
        .map(message -> said(message).orElseGet(() -> new Input.Commanded(SlackCommand.MENU, "")));
  }

  /** A message by whomever, which a person shows us. */
  Input shown(JsonObject message) {
    return shared(message);
  }

  private static boolean isDirect(JsonObject event) {
    return SlackJson.text(event, "channel_type").filter("im"::equals).isPresent();
  }

  private Optional<JsonObject> fromPerson(JsonObject message) {
    boolean person =
        SlackJson.text(message, "user").filter(user -> !user.equals(self)).isPresent()
            && !message.has("bot_id");
    return person ? Optional.of(message) : Optional.empty();
  }

  private Optional<Input> said(JsonObject message) {
    return words(message).map(Input.Said::new);
  }

  private Optional<String> words(JsonObject message) {
    return SlackJson.text(message, "text")
        .map(text -> SlackMarkup.plain(text, self))
        .filter(text -> !text.isEmpty());
  }

  /** What is written next to a file says more than the file, which we do not read. */
  private Input shared(JsonObject message) {
    return said(message).orElseGet(() -> new Input.Attached(kind(message)));
  }

  /** Slack also tells of a change when it adds a preview; then nobody wrote anything. */
  private Optional<Input> changed(JsonObject event) {
    Optional<String> before = SlackJson.object(event, "previous_message").flatMap(this::words);
    return SlackJson.object(event, "message")
        .filter(message -> message.has("edited"))
        .flatMap(this::fromPerson)
        .flatMap(this::words)
        .filter(after -> !Optional.of(after).equals(before))
        .map(Input.Edited::new);
  }

  private static Input.Kind kind(JsonObject message) {
    Optional<JsonObject> file = SlackJson.objects(message, "files").stream().findFirst();
    String subtype = file.flatMap(f -> SlackJson.text(f, "subtype")).orElse("");
    String media = file.flatMap(f -> SlackJson.text(f, "mimetype")).orElse("");
    if (subtype.equals("slack_audio") || media.startsWith("audio/")) {
      return Input.Kind.VOICE;
    }
    if (media.startsWith("image/")) {
      return Input.Kind.PHOTO;
    }
    if (media.startsWith("video/")) {
      return Input.Kind.VIDEO;
    }
    return media.isEmpty() ? Input.Kind.OTHER : Input.Kind.DOCUMENT;
  }
}
