package bot.optout.conversation;

import bot.optout.knowledge.Entry;
import bot.optout.message.Choice;
import bot.optout.message.ChoiceIds;
import bot.optout.message.Message;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The buttons that lead on from a message. */
final class Ways {
  private static final int MAX_TOPICS = 6;

  private Ways() {}

  static Choice of(Scene scene, String id, Phrase label) {
    return new Choice(id, scene.say(label));
  }

  static List<Choice> menu(Scene scene) {
    Choice draft = of(scene, Signposts.DRAFT, Phrase.CHOOSE_DRAFT);
    Choice topics = of(scene, Signposts.TOPICS, Phrase.CHOOSE_TOPICS);
    return scene.cases().isEmpty() || !scene.alone()
        ? List.of(draft, topics)
        : List.of(of(scene, CaseWays.CASES, Phrase.CHOOSE_CASES), draft, topics);
  }

  /** While a question is open. */
  static List<Choice> leaving(Scene scene) {
    return List.of(
        of(scene, Signposts.BACK, Phrase.CHOOSE_BACK),
        of(scene, Signposts.CANCEL, Phrase.CHOOSE_CANCEL));
  }

  static Choice entry(Entry entry) {
    return new Choice(ChoiceIds.ENTRY + entry.id(), shortened(entry.question()));
  }

  /** One question of each topic, in the order of the content. */
  static List<Choice> topics(Scene scene) {
    return scene.script().knowledge().oneOfEachTopic().stream()
        .limit(MAX_TOPICS)
        .map(Ways::entry)
        .toList();
  }

  static List<Choice> languages(Scene scene) {
    return scene.rules().languages().stream()
        .map(
            language -> new Choice(ChoiceIds.LANGUAGE + language.toLanguageTag(), nameOf(language)))
        .toList();
  }

  /** A message with only those of its buttons that deepen what it says. */
  static Message withoutDetours(Message message) {
    return message.offering(
        message.choices().stream()
            .filter(
                way ->
                    !way.id().equals(Signposts.DRAFT)
                        && !way.id().equals(Signposts.TOPICS)
                        && !way.id().equals(CaseWays.CASES)
                        && !way.id().equals(Signposts.ELSEWHERE))
            .toList());
  }

  /** A language's own name, as its speakers write it. */
  static String nameOf(Locale language) {
    String name = language.getDisplayName(language);
    return name.substring(0, 1).toUpperCase(language) + name.substring(1);
  }

  static List<Choice> both(List<Choice> first, List<Choice> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  static String shortened(String label) {
    return label.length() <= Choice.MAX_LABEL
        ? label
        : label.substring(0, Choice.MAX_LABEL - 1).strip() + "…";
  }
}
