package bot.optout;

import bot.optout.conversation.Event;
import bot.optout.conversation.Heard;
import bot.optout.conversation.Mentions;
import bot.optout.conversation.Phrase;
import bot.optout.conversation.Script;
import bot.optout.conversation.Wish;
import java.util.Locale;
import java.util.Map;

/** From what a person did to what it means: everything that needs looking up is looked up here. */
final class Reading {
  /** So many characters are read at most; longer texts are declined kindly. */
  static final int MAX_INPUT = 4_000;

  private static final Map<String, Wish> COMMANDS =
      Map.of(
          "help", Wish.HELP,
          "draft", Wish.DRAFT,
          "privacy", Wish.PRIVACY,
          "mydata", Wish.MY_DATA,
          "forget", Wish.FORGET,
          "language", Wish.LANGUAGE,
          "cancel", Wish.CANCEL);

  private Reading() {}

  /**
   * @throws IllegalArgumentException for {@link Input.Left}, which is no event of a conversation
   */
  static Event of(Input input, Script script) {
    if (input instanceof Input.Said said) {
      return text(said.text(), script);
    }
    if (input instanceof Input.Edited edited) {
      Event event = text(edited.text(), script);
      return event instanceof Event.Said said ? new Event.Edited(said.heard()) : event;
    }
    if (input instanceof Input.Pressed pressed) {
      return new Event.Pressed(pressed.choice());
    }
    if (input instanceof Input.Commanded command) {
      return command(command, script);
    }
    if (input instanceof Input.Attached attached) {
      return declined(whyNot(attached.kind()));
    }
    if (input instanceof Input.Elapsed) {
      return new Event.TimedOut();
    }
    throw new IllegalArgumentException("no event: " + input);
  }

  private static Event text(String text, Script script) {
    if (text.length() > MAX_INPUT) {
      return declined(Phrase.TOO_LONG);
    }
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return declined(Phrase.ASK_IN_WORDS);
    }
    return new Event.Said(heard(text, script));
  }

  private static Heard heard(String text, Script script) {
    return script.hear(text);
  }

  private static Event command(Input.Commanded command, Script script) {
    String name = command.name().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "start" -> started(command.argument(), script);
      case "ask" ->
          command.argument().isBlank()
              ? new Event.Pressed("ask")
              : text(command.argument(), script);
      case "home" -> new Event.Visited();
      case "cases" -> declined(Phrase.CASES_NOT_YET);
      default -> wished(name, command.argument(), script);
    };
  }

  /** A deep link such as {@code /start draft} opens what it names. */
  private static Event started(String argument, Script script) {
    return COMMANDS.containsKey(argument) ? wished(argument, "", script) : new Event.Started();
  }

  private static Event wished(String name, String argument, Script script) {
    Wish wish = COMMANDS.get(name);
    if (wish == null) {
      return new Event.Declined(Phrase.UNKNOWN_COMMAND, Map.of("command", shortened(name)));
    }
    Mentions mentions = script.listening().mentions(argument);
    return new Event.Wished(wish, mentions);
  }

  private static String shortened(String name) {
    return name.length() <= 32 ? name : name.substring(0, 32) + "…";
  }

  private static Event declined(Phrase why) {
    return new Event.Declined(why, Map.of());
  }

  private static Phrase whyNot(Input.Kind kind) {
    return switch (kind) {
      case PHOTO, DOCUMENT -> Phrase.CANNOT_SEE;
      case VOICE, VIDEO -> Phrase.CANNOT_HEAR;
      case STICKER, CONTACT, LOCATION, OTHER -> Phrase.ONLY_TEXT;
    };
  }
}
