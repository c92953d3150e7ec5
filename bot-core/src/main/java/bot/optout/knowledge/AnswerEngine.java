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
    Wordings wordings = Wordings.of(entries, nonTopics);
    List<Example> examples = wordings.embedded(model.embedder());
    List<float[]> elsewhere =
        background.stream().map(PlainText::of).map(model.embedder()::embed).toList();
    Ranking ranking = Ranking.of(wordings.topics().size(), examples, elsewhere);
    int ours = entries.size();
    Calibration calibration = Calibration.of(ranking, topic -> topic < ours);
    return new AnswerEngine(
        byId(entries),
        nonTopicsById(nonTopics),
        wordings.exact(),
        SpellingRepair.from(
            model.words(),
            Stream.concat(
                    examples.stream().map(Example::plain), background.stream().map(PlainText::of))
                .toList()),
        model.embedder(),
        ranking,
        new Decision(wordings.topics(), ours, calibration));
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
    return decision.on(ranking.rank(probe), ranking.backgroundLikeness(probe.vector()));
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
