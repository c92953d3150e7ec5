package bot.optout.conversation;

import bot.optout.knowledge.AnswerBlock;
import bot.optout.knowledge.Entry;
import bot.optout.message.Choice;
import bot.optout.message.ChoiceIds;
import bot.optout.message.Link;
import bot.optout.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What people may say about an answer: counted, without a word of theirs. */
final class FeedbackButtons {
  static final String LINK = "link:";
  static final String SHARE = "share";

  /** Followed by the entry that the person picked. */
  static final String SHARE_MEANT = "meant:";

  private static final List<String> REASONS = List.of("wrong", "unclear", "other");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s)]*[^\\s).,;:]");
  private static final int MOST_LINKS = 8;

  private FeedbackButtons() {}

  static List<Choice> ways(Entry entry, Scene scene) {
    return List.of(
        Ways.of(scene, ChoiceIds.UP + entry.id(), Phrase.CHOOSE_UP),
        Ways.of(scene, ChoiceIds.DOWN + entry.id(), Phrase.CHOOSE_DOWN));
  }

  /** A card that also offers to show the operator how it was asked for, above the ratings. */
  static Message sharing(Message card, Entry entry, Scene scene) {
    List<Choice> all = new ArrayList<>(card.choices());
    all.add(
        all.size() - ways(entry, scene).size(),
        Ways.of(scene, SHARE_MEANT + entry.id(), Phrase.CHOOSE_SHARE_WORDING));
    return card.offering(all);
  }

  static Optional<Transition> follow(String choice, State state, Scene scene) {
    if (choice.equals(SHARE)) {
      return Optional.of(share(Optional.empty(), state, scene));
    }
    if (choice.startsWith(SHARE_MEANT)) {
      return Optional.of(share(Optional.of(choice.substring(SHARE_MEANT.length())), state, scene));
    }
    return up(choice, state, scene)
        .or(() -> down(choice, state, scene))
        .or(() -> link(choice, state, scene));
  }

  private static Transition share(Optional<String> meant, State state, Scene scene) {
    Optional<String> question = scene.context().unanswered();
    if (question.isEmpty()) {
      return state.again(scene, scene.say(Phrase.NOTHING_TO_SHARE));
    }
    Scene done = scene.remembering(scene.context().notAnswering(Optional.empty()));
    return state
        .again(done, scene.say(Phrase.SHARED))
        .causing(
            new Effect.ShareQuestion(
                question.get(), meant.filter(id -> scene.entry(id).isPresent())));
  }

  private static Optional<Transition> up(String choice, State state, Scene scene) {
    return entry(ChoiceIds.UP, choice, scene)
        .map(
            entry ->
                state
                    .again(scene, scene.say(Phrase.RATED_UP))
                    .causing(new Effect.Count("up", entry.id())));
  }

  /** "What was wrong?" first, then one of the reasons. */
  private static Optional<Transition> down(String choice, State state, Scene scene) {
    for (String reason : REASONS) {
      String suffix = ":" + reason;
      if (choice.startsWith(ChoiceIds.DOWN) && choice.endsWith(suffix)) {
        return entry(ChoiceIds.DOWN, choice.substring(0, choice.length() - suffix.length()), scene)
            .map(
                entry ->
                    state
                        .again(scene, scene.say(Phrase.RATED_DOWN))
                        .causing(new Effect.Count("down" + suffix, entry.id())));
      }
    }
    return entry(ChoiceIds.DOWN, choice, scene)
        .map(
            entry ->
                state
                    .aside(scene, whatWasWrong(entry, scene))
                    .causing(new Effect.Count("down", entry.id())));
  }

  private static Message whatWasWrong(Entry entry, Scene scene) {
    List<Choice> ways = new ArrayList<>();
    ways.add(Ways.of(scene, ChoiceIds.DOWN + entry.id() + ":wrong", Phrase.CHOOSE_WRONG));
    ways.add(Ways.of(scene, ChoiceIds.DOWN + entry.id() + ":unclear", Phrase.CHOOSE_UNCLEAR));
    ways.add(Ways.of(scene, ChoiceIds.DOWN + entry.id() + ":other", Phrase.CHOOSE_NOT_ASKED));
    if (!links(entry).isEmpty()) {
      ways.add(Ways.of(scene, LINK + entry.id(), Phrase.CHOOSE_LINK));
    }
    return Message.of(scene.say(Phrase.WHAT_WAS_WRONG)).offering(ways);
  }

  /** Which of the links: one of an entry's addresses by its number. */
  private static Optional<Transition> link(String choice, State state, Scene scene) {
    Optional<Entry> whole = entry(LINK, choice, scene);
    if (whole.isPresent()) {
      return Optional.of(state.aside(scene, whichLink(whole.get(), scene)));
    }
    int colon = choice.lastIndexOf(':');
    if (!choice.startsWith(LINK) || !choice.substring(colon + 1).matches("[0-9]")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(choice.substring(colon + 1));
    return entry(LINK, choice.substring(0, colon), scene).map(FeedbackButtons::links).stream()
        .flatMap(links -> links.stream().skip(number).limit(1))
        .flatMap(link -> link.url().stream())
        .findFirst()
        .map(
            address ->
                state
                    .again(scene, scene.say(Phrase.LINK_NOTED))
                    .causing(new Effect.Count("link", address)));
  }

  private static Message whichLink(Entry entry, Scene scene) {
    List<Link> links = links(entry);
    List<Choice> ways = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      ways.add(new Choice(LINK + entry.id() + ":" + i, Ways.shortened(links.get(i).title())));
    }
    return Message.of(scene.say(Phrase.WHICH_LINK)).offering(ways);
  }

  /**
   * The links a person saw with this entry: in the answer, named by their address, then its
   * sources.
   */
  private static List<Link> links(Entry entry) {
    Map<String, Link> links = new LinkedHashMap<>();
    entry.answer().stream()
        .map(AnswerBlock::text)
        .flatMap(text -> ADDRESS.matcher(text).results().map(MatchResult::group))
        .forEach(
            url -> links.put(url, new Link(url.substring("https://".length()), Optional.of(url))));
    entry
        .sources()
        .forEach(
            source ->
                source
                    .url()
                    .ifPresent(
                        url -> links.putIfAbsent(url, new Link(source.title(), source.url()))));
    return links.values().stream().limit(MOST_LINKS).toList();
  }

  private static Optional<Entry> entry(String prefix, String choice, Scene scene) {
    return choice.startsWith(prefix)
        ? scene.entry(choice.substring(prefix.length()))
        : Optional.empty();
  }
}
