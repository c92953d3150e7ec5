package bot.optout.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the entry that answers a question, or says that there is none. Deterministic. */
public final class AnswerEngine implements KnowledgeBase {
  private static final int BRIEF = 2;

  private final Map<String, Entry> entries;
  private final Map<String, NonTopic> nonTopics;
  private final Map<String, Subject> exact;
  private final SpellingRepair spelling;
  private final Embedder embedder;
  private final Ranking ranking;
  private final Decision decision;

  private AnswerEngine(
      Map<String, Entry> entries,
      Map<String, NonTopic> nonTopics,
      Map<String, Subject> exact,
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

  /** Embeds every wording, trains and calibrates. */
  public static AnswerEngine of(Corpus corpus, SentenceModel model) {
    return of(corpus, model, Blend.SENTENCES);
  }

  private static AnswerEngine of(Corpus corpus, SentenceModel model, Blend blend) {
    Wordings wordings = Wordings.of(corpus);
    List<String> elsewhere = corpus.background().stream().map(PlainText::of).distinct().toList();
    List<Example> examples = wordings.embedded(model.embedder());
    List<Probe> others =
        elsewhere.parallelStream()
            .map(text -> new Probe(text, model.embedder().embed(text)))
            .toList();
    List<Subject> subjects = wordings.subjects();
    Training training = Training.of(model, blend, subjects, examples, others);
    return new AnswerEngine(
        byId(corpus.entries()),
        nonTopicsById(corpus.nonTopics()),
        wordings.exact(),
        SpellingRepair.from(
            model.words(), Stream.concat(wordings.plainTexts(), elsewhere.stream()).toList()),
        model.embedder(),
        Ranking.of(subjects.size(), examples, others, training.head(), blend),
        new Decision(subjects, training.calibration()));
  }

  /**
   * The same for a language: if the model does not know it, words and letters are compared instead.
   *
   * @param language its tag
   */
  public static AnswerEngine of(String language, Corpus corpus, SentenceModel model) {
    if (model.languages().contains(language)) {
      return of(corpus, model);
    }
    List<String> texts =
        Stream.concat(
                Wordings.of(corpus).plainTexts(), corpus.background().stream().map(PlainText::of))
            .toList();
    return of(corpus, WordsAndLetters.model(texts, model.memory()), Blend.WORDS);
  }

  @Override
  public Finding find(String question) {
    String plain = spelling.repair(PlainText.of(question));
    String words = PlainText.wordsOnly(plain);
    if (!spelling.knowsAny(plain)) {
      return new Finding.Unknown(List.of());
    }
    Subject known = exact.get(words);
    if (known != null) {
      return decision.certain(known);
    }
    Probe probe = new Probe(plain, embedder.embed(plain));
    boolean brief = PlainText.words(plain).size() <= BRIEF;
    return decision.on(ranking.rank(probe), ranking.backgroundLikeness(probe), brief);
  }

  @Override
  public Set<String> familiar(String text) {
    return spelling.familiar(PlainText.of(text));
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
