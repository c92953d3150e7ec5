package bot.optout.conversation;

import bot.optout.letter.Disclosure.Concern;
import bot.optout.letter.Draft;
import bot.optout.letter.Ground;
import bot.optout.letter.LetterDesk;
import bot.optout.letter.Reason;
import bot.optout.message.Block;
import bot.optout.message.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was found in somebody's own words: grounds of the catalogue, shown for confirmation, and
 * things that need not be in a letter.
 */
final class OwnWordsCheck {
  static final String READY = "own:ready";
  static final String BOTH = "own:both";
  static final String KEEP = "own:keep";
  static final String AGAIN = "own:again";

  private OwnWordsCheck() {}

  /** A reason that was asked for; settled at once if there is nothing to ask about. */
  static Reason.OwnWords asked(String text, Scene scene) {
    LetterDesk desk = scene.script().letters();
    List<String> grounds = desk.groundsIn(text);
    boolean plain = grounds.isEmpty() && desk.disclosedIn(text).isEmpty();
    return new Reason.OwnWords(text, grounds, plain);
  }

  /** What may be a reason or anything else; nothing of it gets into a letter without a yes. */
  static Reason.OwnWords unasked(String text, Scene scene) {
    return new Reason.OwnWords(text, scene.script().letters().groundsIn(text), false);
  }

  static List<Block> blocks(Draft draft, Scene scene) {
    List<Block> blocks = new ArrayList<>();
    Set<Concern> concerns = scene.script().letters().disclosedIn(own(draft).text());
    if (!concerns.isEmpty()) {
      blocks.add(new Block.Paragraph(scene.say(Phrase.NEED_NOT_SAY)));
      blocks.add(
          new Block.Items(
              false, concerns.stream().map(concern -> scene.say(named(concern))).toList()));
    }
    List<Ground> grounds = grounds(draft, scene);
    if (!grounds.isEmpty()) {
      blocks.add(new Block.Paragraph(scene.say(Phrase.SOUNDS_LIKE)));
      grounds.forEach(
          ground -> blocks.add(new Block.Quote(ground.label() + ": " + ground.paragraph())));
    }
    if (grounds.isEmpty() && concerns.isEmpty()) {
      blocks.add(new Block.Quote(own(draft).text()));
      blocks.add(new Block.Paragraph(scene.say(Phrase.ASK_IS_IT_A_REASON)));
    } else {
      blocks.add(
          new Block.Paragraph(
              scene.say(grounds.isEmpty() ? Phrase.ASK_LEAVE_IT : Phrase.ASK_WHICH_WORDS)));
    }
    return blocks;
  }

  private static Phrase named(Concern concern) {
    return switch (concern) {
      case HEALTH -> Phrase.CONCERN_HEALTH;
      case OTHER_PERSON -> Phrase.CONCERN_OTHER_PERSON;
      case ID_NUMBER -> Phrase.CONCERN_ID_NUMBER;
      case BANK_ACCOUNT -> Phrase.CONCERN_BANK_ACCOUNT;
      case PHONE -> Phrase.CONCERN_PHONE;
      case BIRTHDAY -> Phrase.CONCERN_BIRTHDAY;
    };
  }

  static List<Choice> choices(Draft draft, Scene scene) {
    List<Choice> choices = new ArrayList<>();
    if (!own(draft).grounds().isEmpty()) {
      choices.add(Ways.of(scene, READY, Phrase.CHOOSE_READY_WORDS));
      choices.add(Ways.of(scene, BOTH, Phrase.CHOOSE_BOTH_WORDS));
    }
    choices.add(Ways.of(scene, KEEP, Phrase.CHOOSE_MY_WORDS));
    choices.add(Ways.of(scene, AGAIN, Phrase.CHOOSE_WORDS_AGAIN));
    return choices;
  }

  static Optional<Transition> follow(String choice, Drafting state, Scene scene) {
    Reason.OwnWords own = own(state.draft());
    return switch (choice) {
      case READY ->
          own.grounds().isEmpty()
              ? Optional.empty()
              : Optional.of(onTo(new Reason.Picked(own.grounds(), true), state, scene));
      case BOTH ->
          Optional.of(onTo(new Reason.OwnWords(own.text(), own.grounds(), true), state, scene));
      case KEEP -> Optional.of(onTo(new Reason.OwnWords(own(state.draft()).text()), state, scene));
      case AGAIN -> Optional.of(onTo(new Reason.OwnWords(""), state, scene));
      default -> Optional.empty();
    };
  }

  /** A plain yes takes the suggestion, a no takes nothing; a new story replaces the old one. */
  static Optional<Transition> typed(Heard heard, Drafting state, Scene scene) {
    if (heard.means(Wish.YES)) {
      return follow(own(state.draft()).grounds().isEmpty() ? KEEP : READY, state, scene);
    }
    return heard.means(Wish.NO)
        ? follow(AGAIN, state, scene)
        : DraftAnswers.otherWords(heard, state, scene);
  }

  private static Transition onTo(Reason reason, Drafting state, Scene scene) {
    return DraftSteps.onTo(state.draft().because(reason), state.typed(), scene);
  }

  private static List<Ground> grounds(Draft draft, Scene scene) {
    return own(draft).grounds().stream()
        .flatMap(id -> scene.script().letters().ground(id).stream())
        .toList();
  }

  private static Reason.OwnWords own(Draft draft) {
    return draft.reason() instanceof Reason.OwnWords own ? own : new Reason.OwnWords("");
  }
}
