package bot.optout.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the entry that answers a question, or says that there is none. Deterministic. */
public final class AnswerEngine implements KnowledgeBase {
  private final Map<String, Entry> entries;
  private final Map<String, NonTopic> nonTopics;
  private final Map<String, String> exact;
  private final SpellingRepair spelling;
  private final Embedder embedder;
  private final Ranking ranking;
  private final Decision decision;

  private AnswerEngine(
      Map<String, Entry> entries,
      Map<String, NonTopic> nonTopics,
      Map<String, String> exact,
      SpellingRepair spelling,
      Embedder embedder,
      Ranking ranking,
      Decision decision) {
    this.entries = entries;
    this.nonTopics = nonTopics;
    this.exact = exact;
    this.spelling = spelling;
    this.embedder = embedder;
    this.ranking = ranking;
    this.decision = decision;
  }

  /**
   * Embeds every wording, trains and calibrates.
   *
   * @param background texts about anything else
   */
  public static AnswerEngine of(
      List<Entry> entries, List<NonTopic> nonTopics, List<String> background, SentenceModel model) {
    return of(entries, nonTopics, background, model, Blend.SENTENCES);
  }

  private static AnswerEngine of(
      List<Entry> entries,
      List<NonTopic> nonTopics,
      List<String> background,
      SentenceModel model,
      Blend blend) {
    Wordings wordings = Wordings.of(entries, nonTopics);
    List<String> elsewhere = background.stream().map(PlainText::of).distinct().toList();
    List<Example> examples = wordings.embedded(model.embedder());
    List<Probe> others =
        elsewhere.parallelStream()
            .map(text -> new Probe(text, model.embedder().embed(text)))
            .toList();
    int topics = wordings.topics().size();
    int ours = entries.size();
    Training training = Training.of(model, blend, topics, ours, examples, others);
    return new AnswerEngine(
        byId(entries),
        nonTopicsById(nonTopics),
        wordings.exact(),
        SpellingRepair.from(
            model.words(), Stream.concat(wordings.plainTexts(), elsewhere.stream()).toList()),
        model.embedder(),
        Ranking.of(topics, examples, others, training.head(), blend),
        new Decision(wordings.topics(), ours, training.calibration()));
  }

  /**
   * The same for a language: if the model does not know it, words and letters are compared instead.
   *
   * @param language its tag
   */
  public static AnswerEngine of(
      String language,
      List<Entry> entries,
      List<NonTopic> nonTopics,
      List<String> background,
      SentenceModel model) {
    if (model.languages().contains(language)) {
      return of(entries, nonTopics, background, model);
    }
    List<String> texts =
        Stream.concat(
                Wordings.of(entries, nonTopics).plainTexts(),
                background.stream().map(PlainText::of))
            .toList();
    return of(
        entries, nonTopics, background, WordsAndLetters.model(texts, model.memory()), Blend.WORDS);
  }

  @Override
  public Finding find(String question) {
    String plain = spelling.repair(PlainText.of(question));
    String words = PlainText.wordsOnly(plain);
    if (!spelling.knowsAny(plain)) {
      return new Finding.Unknown(List.of());
    }
    String known = exact.get(words);
    if (known != null) {
      return decision.certain(known);
    }
    Probe probe = new Probe(plain, embedder.embed(plain));
    return decision.on(ranking.rank(probe), ranking.backgroundLikeness(probe));
  }

  @Override
  public Optional<Entry> entry(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  @Override
  public Optional<NonTopic> nonTopic(String id) {
    return Optional.ofNullable(nonTopics.get(id));
  }

  @Override
  public List<Entry> entries() {
    return new ArrayList<>(entries.values());
  }

  private static Map<String, Entry> byId(List<Entry> entries) {
    Map<String, Entry> byId = new LinkedHashMap<>();
    entries.forEach(entry -> byId.put(entry.id(), entry));
    return byId;
  }

  private static Map<String, NonTopic> nonTopicsById(List<NonTopic> nonTopics) {
    Map<String, NonTopic> byId = new HashMap<>();
    nonTopics.forEach(nonTopic -> byId.put(nonTopic.id(), nonTopic));
    return byId;
  }
}
