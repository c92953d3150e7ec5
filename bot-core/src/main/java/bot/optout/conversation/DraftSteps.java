package bot.optout.conversation;

import bot.optout.letter.Draft;
import bot.optout.letter.LetterKind;
import bot.optout.letter.Question;
import bot.optout.letter.Ruling;
import bot.optout.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a changed draft leads: to the next question, to the review, or to another way. */
final class DraftSteps {
  private DraftSteps() {}

  static Transition onTo(Draft draft, Optional<Question> typed, Scene scene) {
    return step(draft, typed, scene, Optional.empty());
  }

  static Transition onTo(Draft draft, Optional<Question> typed, String remark, Scene scene) {
    return step(draft, typed, scene, Optional.of(remark));
  }

  private static Transition step(
      Draft draft, Optional<Question> typed, Scene scene, Optional<String> remark) {
    Scene informed = scene.remembering(remembered(draft, scene.context()));
    Optional<Transition> none = notThere(draft, informed);
    if (none.isPresent()) {
      return none.get();
    }
    Optional<Ruling.OtherWay> other = Drafting.otherWay(draft, informed);
    if (other.isPresent()) {
      return instead(other.get(), draft, informed);
    }
    State next =
        draft.openQuestion().isEmpty()
            ? new Reviewing(draft, typed, scene.errand())
            : new Drafting(draft, typed, scene.errand());
    return remark.map(said -> next.enter(informed, said)).orElseGet(() -> next.enter(informed));
  }

  /** Not every law knows every letter: then what holds there instead. */
  private static Optional<Transition> notThere(Draft draft, Scene scene) {
    return scene
        .errand()
        .kind()
        .flatMap(
            kind ->
                draft
                    .place()
                    .filter(place -> !scene.script().letters().kinds(place).contains(kind))
                    .map(place -> notThere(kind, place, scene)));
  }

  private static Transition notThere(LetterKind kind, String place, Scene scene) {
    String said =
        scene.say(
            Phrase.LETTER_NOT_POSSIBLE,
            Map.of(
                "letter", CaseWords.letter(kind, scene),
                "place", scene.script().letters().placeName(place)));
    Message shown =
        scene
            .script()
            .letters()
            .jurisdiction(place)
            .flatMap(law -> scene.entry(law.entry()))
            .map(entry -> Message.of(said).then(AnswerCard.of(entry, scene)))
            .orElseGet(() -> Message.of(said).offering(Ways.menu(scene)));
    return Transition.to(new Idle(), scene.context(), shown);
  }

  private static Context remembered(Draft draft, Context context) {
    return context.about(
        draft.place(),
        draft.services().stream().filter(id -> !id.equals(Draft.NO_ACCOUNT)).findFirst());
  }

  /** The honest way where no letter is right: what holds there, from the knowledge. */
  private static Transition instead(Ruling.OtherWay other, Draft draft, Scene scene) {
    List<Message> cards =
        other.entries().stream()
            .flatMap(id -> scene.entry(id).stream())
            .map(entry -> AnswerCard.of(entry, scene))
            .toList();
    return Transition.to(
        new Idle(),
        scene.context(),
        Stream.concat(
                Stream.of(Message.of(introduction(draft, scene)).then(cards.get(0))),
                cards.stream().skip(1))
            .toList());
  }

  private static String introduction(Draft draft, Scene scene) {
    boolean covered =
        draft
            .place()
            .flatMap(scene.script().letters()::jurisdiction)
            .map(law -> !scene.script().letters().kinds(law.code()).isEmpty())
            .orElse(true);
    return covered
        ? scene.say(
            Phrase.OTHER_WAY_SERVICE, "services", Corrections.services(draft.services(), scene))
        : scene.say(
            Phrase.OTHER_WAY,
            "place",
            draft.place().map(scene.script().letters()::placeName).orElse(""));
  }

  static Message expired(Scene scene) {
    return Message.of(scene.say(Phrase.DRAFT_EXPIRED, "days", scene.rules().draftDays()))
        .offering(Ways.menu(scene));
  }
}
