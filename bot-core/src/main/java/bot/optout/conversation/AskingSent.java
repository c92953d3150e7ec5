package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.cases.CaseStatus;
import bot.optout.cases.Pending;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** "Have you sent it?" */
record AskingSent(String id) implements OneCaseState {
  static final String TAG = "case-sent";

  static AskingSent from(Saved saved) {
    return new AskingSent(saved.field("case").orElse(""));
  }

  @Override
  public Optional<Saved> saved() {
    return Optional.of(new Saved(TAG, 1, Map.of("case", id)));
  }

  @Override
  public Message prompt(Scene scene) {
    return CaseState.about(
        id,
        scene,
        one ->
            asking(isNew(one, scene) ? Phrase.CASE_SENT_FIRST : Phrase.CASE_SENT_ASK, one, scene));
  }

  @Override
  public Message reminder(Scene scene) {
    return CaseState.about(id, scene, one -> asking(Phrase.CASE_SENT_ASK, one, scene));
  }

  private static Message asking(Phrase phrase, Case one, Scene scene) {
    Map<String, Object> details =
        Map.of("letter", letter(one, scene), "services", CaseWords.services(one, scene));
    return Message.of(scene.say(phrase, details)).offering(ways(one, scene));
  }

  private static String letter(Case one, Scene scene) {
    return CaseWords.letter(one.pending().map(Pending::letter).orElse(one.asks()), scene);
  }

  /** The case was opened just now, so what that means is said. */
  private static boolean isNew(Case one, Scene scene) {
    return one.status() == CaseStatus.DRAFTED
        && one.opened().equals(scene.today())
        && one.evidence().size() <= 1;
  }

  static List<Choice> ways(Case one, Scene scene) {
    List<Choice> ways = new ArrayList<>();
    ways.add(CaseWays.of(one, CaseWays.SENT_TODAY, Phrase.CHOOSE_SENT_TODAY, scene));
    ways.add(CaseWays.of(one, CaseWays.SENT_OTHER, Phrase.CHOOSE_SENT_OTHER, scene));
    ways.add(CaseWays.of(one, CaseWays.SENT_LATER, Phrase.CHOOSE_SENT_LATER, scene));
    ways.add(
        CaseWays.of(
            one,
            CaseWays.SENT_NEVER,
            isNew(one, scene) ? Phrase.CHOOSE_NO_CASE : Phrase.CHOOSE_SENT_NEVER,
            scene));
    return ways;
  }

  @Override
  public Optional<Transition> typed(Heard heard, Scene scene) {
    if (heard.means(Wish.YES) || heard.means(Wish.SENT)) {
      return act(CaseWays.SENT_TODAY, scene);
    }
    if (heard.means(Wish.NO) || heard.means(Wish.SKIP)) {
      return act(CaseWays.SENT_LATER, scene);
    }
    return Days.read(heard.text(), scene)
        .map(day -> new AskingDay(id, AskingDay.Which.SENDING).on(day, scene));
  }

  private Optional<Transition> act(String what, Scene scene) {
    return scene.followed(id).map(one -> press(CaseWays.id(one, what), scene));
  }

  @Override
  public Phrase hint() {
    return Phrase.CASE_SENT_HINT;
  }
}
