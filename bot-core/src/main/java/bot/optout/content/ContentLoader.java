package bot.optout.content;

import bot.optout.conversation.Replies;
import bot.optout.conversation.Script;
import bot.optout.conversation.Tongues;
import bot.optout.knowledge.SentenceModel;
import bot.optout.letter.ReplyReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a folder into content, or into the list of everything that is wrong with it. */
public final class ContentLoader {
  private static final Logger LOG = LoggerFactory.getLogger(ContentLoader.class);

  private final SentenceModel model;
  private final Clock clock;
  private final String fallback;
  private final LearntCache cache;

  /**
   * @param fallback tag of the language for people whose own is not there
   */
  public ContentLoader(SentenceModel model, Clock clock, String fallback) {
    this(model, clock, fallback, LearntCache.NONE);
  }

  private ContentLoader(SentenceModel model, Clock clock, String fallback, LearntCache cache) {
    this.model = model;
    this.clock = clock;
    this.fallback = fallback;
    this.cache = cache;
  }

  /** The same, but what takes long to learn from a version of the content is kept in a folder. */
  public ContentLoader cachingIn(Path folder) {
    return new ContentLoader(model, clock, fallback, new LearntCache(Optional.of(folder)));
  }

  public Loaded load(ContentFolder folder) {
    StoredVectors stored = StoredVectors.of(model, cache.files(folder));
    Loaded loaded = load(folder, stored);
    if (loaded instanceof Loaded.Good && stored.grown()) {
      cache.keep(folder, stored);
    }
    return loaded;
  }

  Loaded load(ContentFolder folder, StoredVectors stored) {
    long start = System.nanoTime();
    Problems problems = new Problems();
    ContentReading reading = new ContentReading(folder, problems);
    Facts facts = Facts.read(reading, LocalDate.now(clock));
    Map<String, Words> words = new LinkedHashMap<>();
    folder.languages().forEach(tag -> words.put(tag, Words.read(reading, tag, facts)));
    Tongues tongues = LanguagesFile.read(reading, words.keySet());
    if (!words.containsKey(fallback)) {
      problems.fault(
          fallback, 0, "the folder of the default language is missing", "add it or choose another");
    }
    if (!problems.faults().isEmpty()) {
      return new Loaded.Bad(problems.faults(), problems.warnings());
    }
    long read = System.nanoTime();
    Map<String, Script> scripts = scripts(folder.version(), words, facts, stored.model());
    LOG.info(
        "Content {}: read in {} ms, ready to answer {} ms later",
        folder.version(),
        Duration.ofNanos(read - start).toMillis(),
        Duration.ofNanos(System.nanoTime() - read).toMillis());
    return new Loaded.Good(
        new Content(folder.version(), fallback, scripts, tongues, problems.warnings()));
  }

  /** Each language learns by itself, on a core of its own if there is one. */
  private static Map<String, Script> scripts(
      String version, Map<String, Words> words, Facts facts, SentenceModel model) {
    Replies replies = replies(words.values(), facts.replies());
    return words.entrySet().parallelStream()
        .collect(
            Collectors.toConcurrentMap(
                Map.Entry::getKey,
                it ->
                    it.getValue()
                        .script(version, Locale.forLanguageTag(it.getKey()), model, replies)));
  }

  /** One reader for all languages: an answer need not be in the language of the conversation. */
  private static Replies replies(Collection<Words> words, RepliesFile.Facts facts) {
    return new Replies(
        new ReplyReader(
            words.stream().flatMap(it -> it.replies().stream()).toList(), facts.safeDomains()),
        facts.next());
  }
}
