package bot.optout.conversation;

import bot.optout.knowledge.Entry;
import bot.optout.message.ChoiceIds;
import bot.optout.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The question fits more than one entry; the person picks. */
public record Clarifying(List<String> entries) implements State {
  static final String TAG = "clarifying";
  static final String NONE_OF_THESE = "clarify:none";

  public Clarifying {
    entries = List.copyOf(entries);
  }

  static Clarifying from(Saved saved) {
    return new Clarifying(List.of(saved.field("entries").orElse("").split(" ")));
  }

  @Override
  public Optional<Saved> saved() {
    return Optional.of(new Saved(TAG, 1, Map.of("entries", String.join(" ", entries))));
  }

  @Override
  public Message prompt(Scene scene) {
    Message which = Consultation.which(entries, scene);
    return which.offering(
        Ways.both(
            which.choices(), List.of(Ways.of(scene, NONE_OF_THESE, Phrase.CHOOSE_NONE_OF_THESE))));
  }

  @Override
  public boolean awaitsQuestion() {
    return true;
  }

  @Override
  public Transition onSaid(Heard heard, Scene scene) {
    if (heard.means(Wish.NO)) {
      return noneOfThese(scene);
    }
    return Labels.match(heard.text(), prompt(scene).choices())
        .flatMap(choice -> onChoice(choice.id(), scene))
        .orElseGet(() -> new Idle().onSaid(heard, scene));
  }

  @Override
  public Optional<Transition> onChoice(String choice, Scene scene) {
    if (choice.equals(NONE_OF_THESE)) {
      return Optional.of(noneOfThese(scene));
    }
    return entries.stream()
        .filter(id -> choice.equals(ChoiceIds.ENTRY + id))
        .findFirst()
        .flatMap(scene::entry)
        .map(entry -> picked(entry, scene));
  }

  /** The answer; how it was asked may become a variant, if the person lets the operator see it. */
  private static Transition picked(Entry entry, Scene scene) {
    Optional<String> asked = scene.context().unanswered().filter(question -> scene.alone());
    Context shown = scene.context().showing(entry).notAnswering(asked);
    Message card = AnswerCard.of(entry, scene.remembering(shown));
    Message offered = asked.isPresent() ? FeedbackButtons.sharing(card, entry, scene) : card;
    return Transition.to(new Idle(), shown, offered).causing(new Effect.Count("pick", entry.id()));
  }

  private static Transition noneOfThese(Scene scene) {
    return Transition.to(
        new Idle(), scene.context(), Consultation.notKnown(Phrase.NONE_OF_THESE_THEN, scene));
  }

  @Override
  public Transition onDraftWish(Mentions mentions, Scene scene) {
    return new Idle().onDraftWish(mentions, scene);
  }

  @Override
  public Transition back(Scene scene) {
    return new Idle().again(scene, scene.say(Phrase.ASK_AWAY));
  }

  @Override
  public Transition startOver(Scene scene) {
    return new Idle().startOver(scene);
  }

  @Override
  public State beforeLastAnswer() {
    return new Idle();
  }
}
