package bot.optout.conversation;

import java.util.ArrayList;
import java.util.List;

/** What is kept about a person, as a list in plain words; empty if nothing is. */
final class Inventory {
  private Inventory() {}

  static List<String> of(Scene scene) {
    Stored stored = scene.stored();
    List<String> items = new ArrayList<>();
    if (stored.drafts() > 0) {
      items.add(scene.say(Phrase.STORED_DRAFTS, "count", stored.drafts()));
    }
    if (stored.contexts() > 0) {
      items.add(scene.say(Phrase.STORED_CONTEXT));
    }
    if (stored.cases() > 0) {
      items.add(scene.say(Phrase.STORED_CASES, "count", stored.cases()));
    }
    if (stored.language()) {
      items.add(scene.say(Phrase.STORED_LANGUAGE));
    }
    if (stored.messages() > 0) {
      items.add(scene.say(Phrase.STORED_MESSAGES));
    }
    if (stored.questions() > 0) {
      items.add(scene.say(Phrase.STORED_QUESTIONS, "count", stored.questions()));
    }
    if (stored.waiting() > 0) {
      items.add(scene.say(Phrase.STORED_WAITING));
    }
    return items;
  }
}
