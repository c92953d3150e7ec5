package bot.optout.telegram;

import bot.optout.Input;
import bot.optout.telegram.TelegramReading.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a message says to the bot, if it is meant for the bot at all. */
final class TelegramWords {
  private static final Pattern COMMAND =
      Pattern.compile("/(\\w{1,32})(?:@(\\w{1,64}))?(?:\\s+(.*))?", Pattern.DOTALL);

  /** The fields in which content arrives that is not text; an animation also has a document. */
  private static final Map<String, Input.Kind> KINDS = kinds();

  private final TelegramSelf self;

  TelegramWords(TelegramSelf self) {
    this.self = self;
  }

  /**
   * @param silence why nothing is said, where there is no input
   */
  record Heard(Optional<Input> input, Reason silence) {
    private static Heard of(Input input) {
      return new Heard(Optional.of(input), Reason.UNREADABLE);
    }

    private static Heard nothing(Reason silence) {
      return new Heard(Optional.empty(), silence);
    }
  }

  Heard hear(JsonNode message, boolean edited, boolean alone) {
    if (message.path("text").isTextual()) {
      return text(message, edited, alone);
    }
    Optional<Input.Kind> kind =
        KINDS.entrySet().stream()
            .filter(field -> message.has(field.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    if (edited || kind.isEmpty()) {
      return Heard.nothing(Reason.NOT_A_MESSAGE);
    }
    boolean addressed =
        alone
            || answersUs(message)
            || mentionIn(message, "caption", "caption_entities").isPresent();
    return addressed
        ? Heard.of(new Input.Attached(kind.get()))
        : Heard.nothing(Reason.NOT_ADDRESSED);
  }

  /** What a message that is for the bot in any case asks, without the bot's name. */
  String asked(JsonNode message) {
    String text = message.path("text").asText("");
    Matcher command = COMMAND.matcher(text);
    return command.matches()
        ? Optional.ofNullable(command.group(3)).orElse("").strip()
        : mentionIn(message, "text", "entities").map(name -> name.cutFrom(text)).orElse(text);
  }

  private Heard text(JsonNode message, boolean edited, boolean alone) {
    String text = message.path("text").asText();
    boolean forwarded = message.has("forward_origin");
    Matcher command = COMMAND.matcher(text);
    if (command.matches() && !forwarded) {
      return edited ? Heard.nothing(Reason.ASKED_BEFORE) : command(command, alone);
    }
    Optional<Span> mention = alone ? Optional.empty() : mentionIn(message, "text", "entities");
    if (!alone && mention.isEmpty() && !answersUs(message)) {
      return Heard.nothing(Reason.NOT_ADDRESSED);
    }
    String words = mention.map(span -> span.cutFrom(text)).orElse(text);
    if (words.isBlank()) {
      return edited
          ? Heard.nothing(Reason.ASKED_BEFORE)
          : Heard.of(new Input.Commanded("help", ""));
    }
    return Heard.of(edited ? new Input.Edited(words) : new Input.Said(words, forwarded));
  }

  private Heard command(Matcher command, boolean alone) {
    String name = command.group(1).toLowerCase(Locale.ROOT);
    Optional<String> addressee = Optional.ofNullable(command.group(2));
    String argument = Optional.ofNullable(command.group(3)).orElse("").strip();
    if (addressee.isPresent() && !addressee.get().equalsIgnoreCase(self.username())) {
      return Heard.nothing(Reason.OTHER_BOT);
    }
    // In a group a bare command may be meant for any bot in it; only our own names are taken.
    if (!alone && addressee.isEmpty() && !TelegramCommands.names().contains(name)) {
      return Heard.nothing(Reason.NOT_ADDRESSED);
    }
    return Heard.of(new Input.Commanded(name, argument));
  }

  private boolean answersUs(JsonNode message) {
    JsonNode answered = message.path("reply_to_message");
    // Inside a topic every message counts as a reply to the one that opened it.
    return answered.path("from").path("id").asText().equals(self.id())
        && !answered.has("forum_topic_created");
  }

  private Optional<Span> mentionIn(JsonNode message, String textField, String entitiesField) {
    String text = message.path(textField).asText("");
    for (JsonNode entity : message.path(entitiesField)) {
      int from = entity.path("offset").asInt(-1);
      int to = from + entity.path("length").asInt();
      if (from >= 0 && to <= text.length() && from < to && namesUs(entity, text, from, to)) {
        return Optional.of(new Span(from, to));
      }
    }
    return Optional.empty();
  }

  private boolean namesUs(JsonNode entity, String text, int from, int to) {
    return switch (entity.path("type").asText()) {
      case "mention" -> text.substring(from, to).equalsIgnoreCase("@" + self.username());
      case "text_mention" -> entity.path("user").path("id").asText().equals(self.id());
      default -> false;
    };
  }

  private record Span(int from, int to) {
    String cutFrom(String text) {
      return (text.substring(0, from) + text.substring(to)).strip();
    }
  }

  private static Map<String, Input.Kind> kinds() {
    Map<String, Input.Kind> kinds = new LinkedHashMap<>();
    kinds.put("photo", Input.Kind.PHOTO);
    kinds.put("live_photo", Input.Kind.PHOTO);
    kinds.put("voice", Input.Kind.VOICE);
    kinds.put("audio", Input.Kind.VOICE);
    kinds.put("video", Input.Kind.VIDEO);
    kinds.put("video_note", Input.Kind.VIDEO);
    kinds.put("animation", Input.Kind.VIDEO);
    kinds.put("document", Input.Kind.DOCUMENT);
    kinds.put("sticker", Input.Kind.STICKER);
    kinds.put("contact", Input.Kind.CONTACT);
    kinds.put("location", Input.Kind.LOCATION);
    kinds.put("venue", Input.Kind.LOCATION);
    for (String other :
        new String[] {"dice", "poll", "story", "game", "paid_media", "checklist", "rich_message"}) {
      kinds.put(other, Input.Kind.OTHER);
    }
    return kinds;
  }
}
