package bot.optout;

import bot.optout.conversation.Event;
import bot.optout.conversation.Heard;
import bot.optout.conversation.Mentions;
import bot.optout.conversation.Phrase;
import bot.optout.conversation.Script;
import bot.optout.conversation.Wish;
import bot.optout.message.ChoiceIds;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** From what a person did to what it means: everything that needs looking up is looked up here. */
final class Reading {
  /** So many characters are read at most; longer texts are declined kindly. */
  static final int MAX_INPUT = 4_000;

  /** A shorter text that is passed on is more likely a question than a company's answer. */
  private static final int SHORTEST_LETTER = 120;

  private static final Map<String, Wish> COMMANDS =
      Map.of(
          "help", Wish.HELP,
          "draft", Wish.DRAFT,
          "privacy", Wish.PRIVACY,
          "mydata", Wish.MY_DATA,
          "forget", Wish.FORGET,
          "language", Wish.LANGUAGE,
          // All there is to set; Telegram asks bots for this name.
          "settings", Wish.LANGUAGE,
          "cases", Wish.CASES,
          "cancel", Wish.CANCEL);

  private Reading() {}

  /**
   * @throws IllegalArgumentException for {@link Input.Left}, which is no event of a conversation
   */
  static Event of(Input input, Script script) {
    if (input instanceof Input.Said said) {
      return said.forwarded() ? forwarded(said.text(), script) : text(said.text(), script);
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
    if (input instanceof Input.Added) {
      return declined(Phrase.HELLO_GROUP);
    }
    if (input instanceof Input.Elapsed elapsed) {
      return CaseTimers.reminder(elapsed.name())
          .<Event>map(due -> due)
          .orElseGet(Event.TimedOut::new);
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
    return new Event.Said(script.hear(text));
  }

  /** Somebody else's words answer no question of ours; long ones are read as the company's. */
  private static Event forwarded(String text, Script script) {
    Event event = text(text, script);
    return event instanceof Event.Said said
            && said.heard().is(Heard.Kind.PLAIN)
            && text.strip().length() >= SHORTEST_LETTER
        ? new Event.Said(said.heard().as(Heard.Kind.COMPANY_REPLY))
        : event;
  }

  private static Event command(Input.Commanded command, Script script) {
    String name = command.name().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "start" -> started(command.argument(), script);
      case "ask" ->
          command.argument().isBlank()
              ? new Event.Pressed(ChoiceIds.ASK)
              : text(command.argument(), script);
      case "home" -> new Event.Visited();
      case Input.STOP_ANSWER -> declined(Phrase.ANSWER_STOPPED);
      default -> wished(name, command.argument(), script);
    };
  }

  /** A deep link such as {@code /start draft_instagram_de} opens what it names. */
  private static Event started(String payload, Script script) {
    DeepLink link = DeepLink.of(payload);
    Optional<String> entry = link.entry().filter(id -> script.knowledge().entry(id).isPresent());
    if (entry.isPresent()) {
      return new Event.Pressed(ChoiceIds.ENTRY + entry.get());
    }
    if (COMMANDS.containsKey(link.head())) {
      return new Event.Wished(COMMANDS.get(link.head()), link.mentions(script.letters()));
    }
    return link.head().equals("ask") ? new Event.Pressed(ChoiceIds.ASK) : new Event.Started();
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
