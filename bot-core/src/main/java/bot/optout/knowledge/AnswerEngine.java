package bot.optout.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the entry that answers a question, or says that there is none. Deterministic. */
public final class AnswerEngine implements KnowledgeBase {
  private static final int BRIEF = 2;
  private static final int LONG = 12;

  private final Map<String, Entry> entries;
  private final Map<String, NonTopic> nonTopics;
  private final Map<String, Subject> exact;
  private final SpellingRepair spelling;
  private final Embedder embedder;
  private final Ranking ranking;
  private final Verdict decision;

  private AnswerEngine(
      Map<String, Entry> entries,
      Map<String, NonTopic> nonTopics,
      Map<String, Subject> exact,
      SpellingRepair spelling,
      Embedder embedder,
      Ranking ranking,
      Verdict decision) {
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
    return of(corpus, Wordings.of(corpus), model, Blend.SENTENCES);
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
    Wordings wordings = Wordings.of(corpus);
    return of(corpus, wordings, WordsAndLetters.model(wordings.all(), model.memory()), Blend.WORDS);
  }

  private static AnswerEngine of(
      Corpus corpus, Wordings wordings, SentenceModel model, Blend blend) {
    List<Example> examples = wordings.embedded(model.embedder());
    List<Probe> background = wordings.backgroundEmbedded(model.embedder());
    List<Subject> subjects = wordings.subjects();
    Training training = Training.of(model, blend, subjects, examples, background);
    return new AnswerEngine(
        byId(corpus.entries()),
        nonTopicsById(corpus.nonTopics()),
        wordings.exact(),
        SpellingRepair.from(model.words(), wordings.all()),
        model.embedder(),
        Ranking.of(subjects.size(), examples, background, training.head(), blend),
        new Verdict(subjects, training.calibration()));
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
    Finding asWritten = found(plain);
    return asWritten instanceof Finding.Answer || asWritten instanceof Finding.Wanted
        ? asWritten
        : answeredInDoubt(plain).orElse(asWritten);
  }

  private Finding found(String plain) {
    Probe probe = new Probe(plain, embedder.embed(plain));
    boolean brief = PlainText.words(plain).size() <= BRIEF;
    return decision.on(ranking.rank(probe), brief);
  }

  /**
   * The answer, if there is one once an unusual word is taken for a slip. In a long text no single
   * word should decide.
   */
  private Optional<Finding> answeredInDoubt(String plain) {
    return PlainText.words(plain).size() > LONG
        ? Optional.empty()
        : spelling.doubted(plain).map(this::found).filter(Finding.Answer.class::isInstance);
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
