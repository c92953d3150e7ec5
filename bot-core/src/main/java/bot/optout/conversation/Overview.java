package bot.optout.conversation;

import bot.optout.message.Block;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import java.util.ArrayList;
import java.util.List;

/** A page of the bot's own, on platforms that have one: what it does, and the ways in. */
final class Overview {
  private Overview() {}

  static Message of(Scene scene) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Headline(scene.say(Phrase.HOME_TITLE)));
    for (String paragraph : scene.say(Phrase.MENU).split("\n\n", -1)) {
      blocks.add(new Block.Paragraph(paragraph));
    }
    if (scene.cases().isEmpty()) {
      blocks.add(new Block.Paragraph(scene.say(Phrase.HOME_CASES)));
    } else {
      blocks.addAll(ListingCases.list(scene).blocks());
    }
    blocks.add(new Block.SmallPrint(scene.say(Phrase.NO_LEGAL_ADVICE)));
    return Message.of(blocks).offering(ways(scene));
  }

  private static List<Choice> ways(Scene scene) {
    return List.of(
        Ways.of(scene, Signposts.DRAFT, Phrase.CHOOSE_DRAFT),
        Ways.of(scene, CaseWays.CASES, Phrase.CHOOSE_CASES),
        Ways.of(scene, Signposts.TOPICS, Phrase.CHOOSE_TOPICS),
        Ways.of(scene, Signposts.LANGUAGES, Phrase.CHOOSE_LANGUAGE),
        Ways.of(scene, Signposts.PRIVACY, Phrase.CHOOSE_PRIVACY),
        Ways.of(scene, Signposts.MY_DATA, Phrase.CHOOSE_MY_DATA),
        Ways.of(scene, Signposts.FORGET, Phrase.CHOOSE_FORGET));
  }
}
