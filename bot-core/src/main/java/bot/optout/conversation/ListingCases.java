package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.message.Block;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** "My cases": all of them, each with its next step. */
record ListingCases() implements CaseState {
  static final String TAG = "cases";

  @Override
  public Optional<Saved> saved() {
    return Optional.of(new Saved(TAG, 1, Map.of()));
  }

  @Override
  public Message prompt(Scene scene) {
    return list(scene).offering(ways(scene));
  }

  static Message list(Scene scene) {
    if (scene.cases().isEmpty()) {
      return Message.of(scene.say(Phrase.CASES_NONE));
    }
    return Message.of(
        List.of(
            new Block.Paragraph(scene.say(Phrase.CASES_TITLE)),
            new Block.Items(true, scene.cases().stream().map(one -> line(one, scene)).toList())));
  }

  private static String line(Case one, Scene scene) {
    return scene.say(
        Phrase.CASE_LINE,
        Map.of(
            "name", CaseWords.name(one, scene),
            "standing", CaseCard.standing(one, scene),
            "next", CaseCard.next(one, scene)));
  }

  private static List<Choice> ways(Scene scene) {
    List<Choice> ways = new ArrayList<>();
    scene.cases().forEach(one -> ways.add(CaseWays.open(one, scene)));
    ways.add(Ways.of(scene, Signposts.DRAFT, Phrase.CHOOSE_DRAFT));
    return ways;
  }

  @Override
  public Phrase hint() {
    return Phrase.ASK_AWAY;
  }

  @Override
  public Transition elsewhere(Heard heard, Scene scene) {
    return new Idle().onSaid(heard, scene);
  }

  @Override
  public Transition back(Scene scene) {
    return new Idle().enter(scene);
  }
}
