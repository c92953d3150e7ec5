package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.letter.Draft;
import bot.optout.letter.LetterKind;
import bot.optout.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Wishes about cases in the person's own words: "my cases", "they answered", "complain". */
final class CaseWishes {
  /** What means nothing without a letter that the person follows. */
  static final Set<Wish> NEED_A_CASE =
      Set.of(Wish.SENT, Wish.ANSWERED, Wish.FOLLOW_UP, Wish.COMPLAIN, Wish.WITHDRAW);

  private CaseWishes() {}

  static Transition list(State state, Scene scene) {
    return CaseSignposts.isBusy(state)
        ? state.aside(scene, ListingCases.list(scene))
        : new ListingCases().enter(scene);
  }

  /** About the one open case, or the one that the person picks. */
  static Transition about(Wish wish, State state, Scene scene) {
    String what =
        switch (wish) {
          case SENT -> CaseWays.SENT_TODAY;
          case ANSWERED -> CaseWays.ANSWERED;
          case FOLLOW_UP -> CaseWays.NEXT;
          case COMPLAIN -> CaseWays.COMPLAIN;
          default -> CaseWays.WRITE + "withdrawal";
        };
    if (CaseSignposts.isBusy(state)) {
      return state.again(scene, scene.say(Phrase.FINISH_FIRST));
    }
    Optional<Case> here =
        state instanceof CaseState at ? at.inHand().flatMap(scene::followed) : Optional.empty();
    List<Case> open =
        here.map(List::of)
            .orElseGet(() -> scene.cases().stream().filter(one -> !one.isClosed()).toList());
    return switch (open.size()) {
      case 0 ->
          wish == Wish.ANSWERED
              ? new AwaitingReply("").enter(scene, scene.say(Phrase.NO_CASE_BUT_PASTE))
              : new ListingCases().enter(scene, scene.say(Phrase.NO_CASE_FOR_THAT));
      case 1 -> new Event.Pressed(CaseWays.id(open.get(0), what)).applyTo(state, scene);
      default -> new PickingCase(what).enter(scene);
    };
  }

  /** An access or erasure request, about the case in hand or about what the person names. */
  static Transition request(Wish wish, Mentions mentions, State state, Scene scene) {
    LetterKind kind = wish == Wish.ACCESS ? LetterKind.ACCESS : LetterKind.ERASURE;
    if (CaseSignposts.isBusy(state)) {
      return state.again(scene, scene.say(Phrase.FINISH_FIRST));
    }
    Optional<Case> here =
        state instanceof CaseState at ? at.inHand().flatMap(scene::followed) : Optional.empty();
    return here.map(one -> CaseLetters.begin(one, kind, Optional.empty(), scene))
        .orElseGet(() -> Drafting.begin(Draft.EMPTY, Errand.of(kind), mentions, scene));
  }

  /** "Delete": what the company has, or what is kept here. */
  static Message deleteWhat(Scene scene) {
    return Message.of(scene.say(Phrase.DELETE_WHAT))
        .offering(
            Ways.of(scene, Signposts.ERASURE, Phrase.CHOOSE_ERASE_THERE),
            Ways.of(scene, Signposts.FORGET, Phrase.CHOOSE_FORGET));
  }
}
