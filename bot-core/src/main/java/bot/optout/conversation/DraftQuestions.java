package bot.optout.conversation;

import bot.optout.letter.Draft;
import bot.optout.letter.Question;
import bot.optout.message.Block;
import bot.optout.message.Choice;
import bot.optout.message.Field;
import bot.optout.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a draft's questions are worded, and which buttons they have. */
final class DraftQuestions {
  static final String COUNTRY = "country:";
  static final String SERVICE = "service:";
  static final String CHILD = "draft:child";
  static final String SERVICES_DONE = "services:done";
  static final String REASON_NONE = "reason:none";
  static final String REASON_LIST = "reason:list";
  static final String REASON_OWN = "reason:own";
  static final String GROUND = "ground:";
  static final String GROUNDS_DONE = "grounds:done";
  static final String NAME_PLACEHOLDER = "name:placeholder";
  static final String EMAIL_PLACEHOLDER = "email:placeholder";
  static final String ACCOUNT_PLACEHOLDER = "account:placeholder";
  private static final String CHANGE = "change:";

  private DraftQuestions() {}

  static Message ask(Question question, Draft draft, Scene scene) {
    List<Block> blocks = new ArrayList<>(asked(question, draft, scene));
    ProgressLine.of(draft, scene).ifPresent(line -> blocks.add(new Block.SmallPrint(line)));
    Message asking =
        Message.of(blocks)
            .offering(Ways.both(choices(question, draft, scene), Ways.leaving(scene)));
    return typing(question)
        .map(
            kind ->
                asking.asking(
                    new Field(
                        question.name().toLowerCase(Locale.ROOT),
                        kind,
                        scene.say(Phrase.FIELD),
                        scene.say(Phrase.FIELD_SUBMIT),
                        Optional.empty())))
        .orElse(asking);
  }

  /** How the answer is typed in a form; empty where buttons are all there is to it. */
  private static Optional<Field.Kind> typing(Question question) {
    return switch (question) {
      case COUNTRY, NAME, ACCOUNT -> Optional.of(Field.Kind.LINE);
      case EMAIL -> Optional.of(Field.Kind.EMAIL);
      case OWN_WORDS -> Optional.of(Field.Kind.LONG_TEXT);
      case SERVICES, REASON, GROUNDS, OWN_WORDS_CHECK -> Optional.empty();
    };
  }

  private static List<Block> asked(Question question, Draft draft, Scene scene) {
    if (question == Question.OWN_WORDS_CHECK) {
      return OwnWordsCheck.blocks(draft, scene);
    }
    return List.of(
        new Block.Paragraph(
            question == Question.GROUNDS
                ? scene.say(Phrase.ASK_GROUNDS, "max", Draft.MAX_GROUNDS)
                : scene.say(wording(question))));
  }

  private static Phrase wording(Question question) {
    return switch (question) {
      case COUNTRY -> Phrase.ASK_COUNTRY;
      case SERVICES -> Phrase.ASK_SERVICES;
      case REASON -> Phrase.ASK_REASON;
      case GROUNDS -> Phrase.ASK_GROUNDS;
      case OWN_WORDS -> Phrase.ASK_OWN_WORDS;
      case OWN_WORDS_CHECK -> Phrase.ASK_WHICH_WORDS;
      case NAME -> Phrase.ASK_NAME;
      case EMAIL -> Phrase.ASK_EMAIL;
      case ACCOUNT -> Phrase.ASK_ACCOUNT;
    };
  }

  static String misunderstood(Question question, Scene scene) {
    return scene.say(
        switch (question) {
          case COUNTRY -> Phrase.NOT_A_COUNTRY;
          case SERVICES -> Phrase.NOT_A_SERVICE;
          case REASON, OWN_WORDS, OWN_WORDS_CHECK -> Phrase.NOT_A_REASON;
          case GROUNDS -> Phrase.NOT_A_GROUND;
          case NAME -> Phrase.NOT_A_NAME;
          case EMAIL -> Phrase.NOT_AN_EMAIL;
          case ACCOUNT -> Phrase.NOT_AN_ACCOUNT;
        });
  }

  private static List<Choice> choices(Question question, Draft draft, Scene scene) {
    return switch (question) {
      case COUNTRY -> Places.jurisdictions(COUNTRY, scene);
      case SERVICES -> services(draft, scene);
      case REASON ->
          List.of(
              Ways.of(scene, REASON_NONE, Phrase.CHOOSE_NO_REASON),
              Ways.of(scene, REASON_LIST, Phrase.CHOOSE_LIST),
              Ways.of(scene, REASON_OWN, Phrase.CHOOSE_OWN_WORDS));
      case GROUNDS -> grounds(draft, scene);
      case OWN_WORDS -> List.of();
      case OWN_WORDS_CHECK -> OwnWordsCheck.choices(draft, scene);
      case NAME -> List.of(Ways.of(scene, NAME_PLACEHOLDER, Phrase.CHOOSE_PLACEHOLDER));
      case EMAIL -> List.of(Ways.of(scene, EMAIL_PLACEHOLDER, Phrase.CHOOSE_PLACEHOLDER));
      case ACCOUNT -> List.of(Ways.of(scene, ACCOUNT_PLACEHOLDER, Phrase.CHOOSE_PLACEHOLDER));
    };
  }

  private static List<Choice> services(Draft draft, Scene scene) {
    Stream<Choice> all =
        scene.script().letters().book().services().stream()
            .map(
                service ->
                    toggle(
                        SERVICE + service.id(),
                        service.name(),
                        draft.services().contains(service.id()),
                        scene));
    Choice child = toggle(CHILD, scene.say(Phrase.CHOOSE_CHILD), draft.child(), scene);
    return finished(
        Stream.concat(all, Stream.of(child)),
        !draft.services().isEmpty(),
        SERVICES_DONE,
        Phrase.CHOOSE_SERVICES_DONE,
        scene);
  }

  private static List<Choice> grounds(Draft draft, Scene scene) {
    List<String> picked = draft.picked();
    Stream<Choice> all =
        scene.script().letters().book().grounds().stream()
            .map(
                ground ->
                    toggle(
                        GROUND + ground.id(), ground.label(), picked.contains(ground.id()), scene));
    return finished(all, !picked.isEmpty(), GROUNDS_DONE, Phrase.CHOOSE_GROUNDS_DONE, scene);
  }

  private static Choice toggle(String id, String name, boolean chosen, Scene scene) {
    return new Choice(id, chosen ? scene.say(Phrase.CHOOSE_CHOSEN, "name", name) : name);
  }

  private static List<Choice> finished(
      Stream<Choice> all, boolean any, String id, Phrase label, Scene scene) {
    return any ? Stream.concat(all, Stream.of(Ways.of(scene, id, label))).toList() : all.toList();
  }

  /** Whether almost any text may be the answer, so that a button's label is no safe guess. */
  static boolean takesFreeText(Question question) {
    return switch (question) {
      case OWN_WORDS, NAME, ACCOUNT -> true;
      case COUNTRY, SERVICES, REASON, GROUNDS, OWN_WORDS_CHECK, EMAIL -> false;
    };
  }

  /** Whether the answer is something only the person can word. */
  static boolean isTyped(Question question) {
    return takesFreeText(question) || question == Question.EMAIL;
  }

  /** The question before; a letter without reasons has none of theirs. */
  static Optional<Question> before(Question question, Errand errand) {
    return before(question)
        .map(
            previous ->
                previous == Question.REASON && !errand.takesReasons()
                    ? Question.SERVICES
                    : previous);
  }

  private static Optional<Question> before(Question question) {
    return switch (question) {
      case COUNTRY -> Optional.empty();
      case SERVICES -> Optional.of(Question.COUNTRY);
      case REASON -> Optional.of(Question.SERVICES);
      case GROUNDS, OWN_WORDS, OWN_WORDS_CHECK, NAME -> Optional.of(Question.REASON);
      case EMAIL -> Optional.of(Question.NAME);
      case ACCOUNT -> Optional.of(Question.EMAIL);
    };
  }

  /** The parts of a letter that can be changed, as buttons. */
  static List<Choice> parts(Scene scene) {
    return allParts(scene).stream().filter(way -> mayChange(way.id(), scene.errand())).toList();
  }

  /** What a case is about stays; only its letters' details change. */
  private static boolean mayChange(String id, Errand errand) {
    boolean subject = id.equals(change(Question.COUNTRY)) || id.equals(change(Question.SERVICES));
    boolean reason = id.equals(change(Question.REASON));
    return !(subject && errand.id().isPresent()) && !(reason && !errand.takesReasons());
  }

  private static List<Choice> allParts(Scene scene) {
    return List.of(
        Ways.of(scene, change(Question.COUNTRY), Phrase.CHOOSE_CHANGE_COUNTRY),
        Ways.of(scene, change(Question.SERVICES), Phrase.CHOOSE_CHANGE_SERVICES),
        Ways.of(scene, change(Question.REASON), Phrase.CHOOSE_CHANGE_REASON),
        Ways.of(scene, change(Question.NAME), Phrase.CHOOSE_CHANGE_NAME),
        Ways.of(scene, change(Question.EMAIL), Phrase.CHOOSE_CHANGE_EMAIL),
        Ways.of(scene, change(Question.ACCOUNT), Phrase.CHOOSE_CHANGE_ACCOUNT));
  }

  /** The part a button wants to change. */
  private static Optional<Question> part(String choice) {
    return Stream.of(Question.values()).filter(part -> choice.equals(change(part))).findFirst();
  }

  /** The same, unless the letter's errand forbids it. */
  static Optional<Question> part(String choice, Errand errand) {
    return part(choice).filter(part -> mayChange(choice, errand));
  }

  private static String change(Question part) {
    return CHANGE + part.name().toLowerCase(Locale.ROOT);
  }
}
