package bot.optout.conversation;

import bot.optout.message.Attachment;
import bot.optout.message.Block;
import bot.optout.message.ChoiceIds;
import bot.optout.message.Message;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a person may always ask for, whatever the bot was asking. Holds in every state alike. */
final class Repairs {
  /** Answers to a question rather than repairs: each state reads them in its own way. */
  private static final Set<Wish> ANSWERS = EnumSet.of(Wish.YES, Wish.NO, Wish.SKIP);

  private static final String OTHER_COMPANIES = "other-ai";

  private Repairs() {}

  static Optional<Transition> to(Heard heard, State state, Scene scene) {
    return heard
        .wish()
        .filter(wish -> !ANSWERS.contains(wish))
        .filter(wish -> !rather(wish, heard, state, scene))
        .map(wish -> fulfil(wish, heard.mentions(), state, scene));
  }

  /** "Still no answer", said by somebody who follows nothing here, is a question. */
  private static boolean rather(Wish wish, Heard heard, State state, Scene scene) {
    return CaseWishes.NEED_A_CASE.contains(wish)
        && scene.cases().isEmpty()
        && !(state instanceof CaseState)
        && Consultation.knows(heard);
  }

  static Transition fulfil(Wish wish, Mentions mentions, State state, Scene scene) {
    return switch (wish) {
      case CANCEL -> cancel(state, scene);
      case BACK -> state.back(scene);
      case START_OVER -> state.startOver(scene);
      case REPEAT -> repeat(state, scene);
      case HELP -> help(state, scene);
      case DRAFT ->
          onlyMeta(mentions, state, scene)
              .or(() -> privately("draft", state, scene))
              .orElseGet(() -> state.onDraftWish(mentions, scene));
      case PRIVACY -> state.aside(scene, privacy(scene));
      case MY_DATA -> privately("mydata", state, scene).orElseGet(() -> myData(state, scene));
      case FORGET ->
          privately("forget", state, scene).orElseGet(() -> Confirming.after(state).enter(scene));
      case LANGUAGE -> state.aside(scene, languages(scene));
      case CASES -> privately("cases", state, scene).orElseGet(() -> CaseWishes.list(state, scene));
      case SENT, ANSWERED, FOLLOW_UP, COMPLAIN, WITHDRAW ->
          privately("cases", state, scene).orElseGet(() -> CaseWishes.about(wish, state, scene));
      case ACCESS, ERASURE ->
          privately("draft", state, scene)
              .orElseGet(() -> CaseWishes.request(wish, mentions, state, scene));
      case DELETE -> state.aside(scene, CaseWishes.deleteWhat(scene));
      case GREETING -> state.again(scene, scene.say(Phrase.GREETING));
      case THANKS -> state.again(scene, scene.say(Phrase.YOU_ARE_WELCOME));
      case INSULT -> state.again(scene, scene.say(Phrase.STAY_CALM));
      case YES, NO, SKIP -> state.again(scene, scene.say(Phrase.WHERE_WE_WERE));
    };
  }

  /** A letter to another company is not written; what can be done there is shown instead. */
  private static Optional<Transition> onlyMeta(Mentions mentions, State state, Scene scene) {
    return mentions
        .other()
        .filter(company -> mentions.services().isEmpty())
        .map(company -> Message.of(scene.say(Phrase.ONLY_META, "company", company)))
        .map(
            said ->
                state.aside(
                    scene,
                    said.offering(
                        scene
                            .entry(OTHER_COMPANIES)
                            .map(entry -> List.of(Ways.entry(entry)))
                            .orElseGet(() -> Ways.menu(scene)))));
  }

  private static Transition cancel(State state, Scene scene) {
    if (state instanceof Confirming) {
      return state.back(scene);
    }
    if (state instanceof CaseState) {
      return CaseSteps.left(scene, scene.say(Phrase.CASE_LEFT));
    }
    Phrase said = state instanceof Idle ? Phrase.NOTHING_TO_CANCEL : Phrase.CANCELLED;
    return Transition.to(
        new Idle(), scene.context(), Message.of(scene.say(said)).offering(Ways.menu(scene)));
  }

  private static Transition repeat(State state, Scene scene) {
    Optional<Message> shown =
        state instanceof Idle
            ? scene
                .context()
                .entry()
                .flatMap(scene::entry)
                .map(entry -> AnswerCard.of(entry, scene))
            : Optional.empty();
    return shown
        .map(card -> Transition.to(state, scene.context(), card))
        .orElseGet(() -> state.enter(scene));
  }

  private static Transition help(State state, Scene scene) {
    Message help =
        Message.of(
                List.of(
                    new Block.Paragraph(scene.say(Phrase.HELP)),
                    new Block.SmallPrint(
                        scene.say(Phrase.CONTENT_VERSION, "version", scene.script().version()))))
            .offering(Ways.menu(scene));
    return state instanceof Idle
        ? state.aside(scene, help)
        : state.again(
            scene,
            scene.say(
                state instanceof CaseState ? Phrase.HELP_WITH_CASES : Phrase.HELP_WHILE_DRAFTING));
  }

  private static Message privacy(Scene scene) {
    String operator = scene.rules().operator();
    return Message.of(
            scene
                .script()
                .phrases()
                .say(
                    Phrase.PRIVACY,
                    Map.of(
                        "operator", operator,
                        "has_operator", !operator.isEmpty(),
                        "days", scene.rules().draftDays(),
                        "case_days", scene.rules().caseDays()))
                .split("\n\n"))
        .offering(
            Ways.of(scene, Signposts.MY_DATA, Phrase.CHOOSE_MY_DATA),
            Ways.of(scene, Signposts.FORGET, Phrase.CHOOSE_FORGET));
  }

  private static Transition myData(State state, Scene scene) {
    if (scene.stored().isNothing()) {
      return state.aside(
          scene, Message.of(scene.say(Phrase.MY_DATA_NOTHING)).offering(Ways.menu(scene)));
    }
    return state.aside(
        scene,
        Message.of(
                List.of(
                    new Block.Paragraph(scene.say(Phrase.MY_DATA)),
                    new Block.Items(false, Inventory.of(scene))))
            .offering(Ways.of(scene, Signposts.FORGET, Phrase.CHOOSE_FORGET))
            .carrying(
                new Attachment.Text("mydata.json", "application/json", scene.stored().export())));
  }

  private static Message languages(Scene scene) {
    return Message.of(scene.say(Phrase.LANGUAGES)).offering(Ways.languages(scene));
  }

  /** In a group nothing personal is begun: a way into the private chat instead. */
  static Optional<Transition> privately(String what, State state, Scene scene) {
    if (scene.alone()) {
      return Optional.empty();
    }
    return Optional.of(
        state.aside(
            scene,
            Message.of(scene.say(Phrase.ONLY_IN_PRIVATE))
                .offering(Ways.of(scene, ChoiceIds.PRIVATE + what, Phrase.CHOOSE_PRIVATE))));
  }
}
