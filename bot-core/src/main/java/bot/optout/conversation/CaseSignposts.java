package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.cases.NextStep;
import bot.optout.message.Message;
import java.util.Optional;

/** The buttons of cases, which mean the same wherever the conversation stands. */
final class CaseSignposts {
  private CaseSignposts() {}

  /** In the middle of something that would be lost. */
  static boolean isBusy(State state) {
    return state instanceof Drafting || state instanceof Reviewing || state instanceof Confirming;
  }

  static Optional<Transition> follow(String choice, State state, Scene scene) {
    if (choice.equals(CaseWays.CASES)) {
      return Optional.of(Repairs.fulfil(Wish.CASES, Mentions.NONE, state, scene));
    }
    if (!choice.startsWith(CaseWays.CASE)) {
      return Optional.empty();
    }
    if (!scene.alone()) {
      return Repairs.privately("cases", state, scene);
    }
    String[] parts = choice.split(":", 3);
    String what = parts.length > 2 ? parts[2] : "";
    Optional<Case> one = scene.followed(parts[1]);
    return one.isEmpty() ? Optional.of(gone(state, scene)) : follow(one.get(), what, state, scene);
  }

  private static Transition gone(State state, Scene scene) {
    return isBusy(state)
        ? state.again(scene, scene.say(Phrase.CASE_GONE))
        : CaseSteps.left(scene, scene.say(Phrase.CASE_GONE));
  }

  private static Optional<Transition> follow(Case one, String what, State state, Scene scene) {
    Optional<Transition> reminding = reminding(one, what, state, scene);
    if (reminding.isPresent()) {
      return reminding;
    }
    return isBusy(state)
        ? Optional.of(state.again(scene, scene.say(Phrase.FINISH_FIRST)))
        : act(one, what, scene);
  }

  /** Reminders can be put off in the middle of anything. */
  private static Optional<Transition> reminding(Case one, String what, State state, Scene scene) {
    return switch (what) {
      case CaseWays.SNOOZE ->
          Optional.of(
              quietly(
                  CaseSteps.snoozed(one, scene).reminding(true),
                  scene.say(Phrase.SNOOZED, "date", scene.date(CaseSteps.snoozeEnd(scene))),
                  state,
                  scene));
      case CaseWays.QUIET ->
          Optional.of(quietly(one.reminding(false), scene.say(Phrase.QUIET_NOW), state, scene));
      default -> Optional.empty();
    };
  }

  private static Transition quietly(Case changed, String said, State state, Scene scene) {
    Scene now = scene.following(changed);
    Transition step = isBusy(state) ? state.again(now, said) : CaseSteps.left(now, said);
    return step.causing(new Effect.KeepCase(changed));
  }

  private static Optional<Transition> act(Case one, String what, Scene scene) {
    return switch (what) {
      case "" -> Optional.of(new OnCase(one.id()).enter(scene));
      case CaseWays.SENT_TODAY -> Optional.of(CaseSteps.sent(one, scene.today(), scene));
      case CaseWays.SENT_OTHER ->
          Optional.of(new AskingDay(one.id(), AskingDay.Which.SENDING).enter(scene));
      case CaseWays.SENT_LATER -> Optional.of(CaseSteps.sentLater(one, scene));
      case CaseWays.SENT_NEVER -> Optional.of(CaseSteps.neverSent(one, scene));
      case CaseWays.DAY_SENT ->
          Optional.of(new AskingDay(one.id(), AskingDay.Which.SENT).enter(scene));
      case CaseWays.DAY_RECEIVED ->
          Optional.of(new AskingDay(one.id(), AskingDay.Which.RECEIVED).enter(scene));
      case CaseWays.ANSWERED -> Optional.of(new AwaitingReply(one.id()).enter(scene));
      case CaseWays.MARK -> page(one, OnCase.Page.OUTCOMES, scene);
      case CaseWays.MORE -> page(one, OnCase.Page.MORE, scene);
      case CaseWays.DATES -> page(one, OnCase.Page.DATES, scene);
      case CaseWays.NEXT -> Optional.of(next(one, scene));
      case CaseWays.COMPLAIN -> Optional.of(Complaints.begin(one, scene));
      case CaseWays.EVIDENCE -> Optional.of(evidence(one, scene));
      default -> change(one, what, scene);
    };
  }

  /** The letter that is next, or the case, which says why there is none. */
  private static Transition next(Case one, Scene scene) {
    return NextStep.of(one, scene.today())
        .letter()
        .filter(kind -> one.pending().isEmpty() && one.sent().isPresent())
        .map(kind -> CaseLetters.begin(one, kind, Optional.empty(), scene))
        .orElseGet(() -> new OnCase(one.id()).enter(scene));
  }

  private static Optional<Transition> page(Case one, OnCase.Page page, Scene scene) {
    return Optional.of(new OnCase(one.id(), page).enter(scene));
  }

  private static Optional<Transition> change(Case one, String what, Scene scene) {
    return switch (what) {
      case CaseWays.REMIND ->
          Optional.of(
              CaseSteps.change(one.reminding(true), scene, scene.say(Phrase.REMINDING_NOW)));
      case CaseWays.UNKEEP ->
          Optional.of(CaseSteps.change(one.keepingNothing(), scene, scene.say(Phrase.UNKEPT)));
      case CaseWays.CLOSE ->
          Optional.of(
              CaseSteps.change(
                  one.closed(scene.today()), scene, scene.say(Phrase.CASE_CLOSED_NOW)));
      case CaseWays.REOPEN ->
          Optional.of(
              CaseSteps.change(
                  one.reopened(scene.today()), scene, scene.say(Phrase.CASE_REOPENED)));
      case CaseWays.DELETE -> Optional.of(new DeletingCase(one.id()).enter(scene));
      default ->
          CaseWays.letter(what)
              .map(kind -> CaseLetters.begin(one, kind, Optional.empty(), scene))
              .or(
                  () ->
                      CaseWays.marked(what)
                          .map(kind -> CaseSteps.mark(one, CaseSteps.Outcome.of(kind), scene)));
    };
  }

  private static Transition evidence(Case one, Scene scene) {
    Message file =
        Message.of(
                scene.say(one.kept().isPresent() ? Phrase.EVIDENCE : Phrase.EVIDENCE_WITHOUT_TEXTS))
            .carrying(EvidencePack.of(one, scene));
    return Transition.to(
        new OnCase(one.id()), scene.context(), file, new OnCase(one.id()).prompt(scene));
  }
}
