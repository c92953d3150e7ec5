package bot.optout.content;

import bot.optout.conversation.Replies;
import bot.optout.conversation.Script;
import bot.optout.conversation.Tongues;
import bot.optout.knowledge.SentenceModel;
import bot.optout.letter.ReplyReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns a folder into content, or into the list of everything that is wrong with it. */
public final class ContentLoader {
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
    Problems problems = new Problems();
    Reading reading = new Reading(folder, problems);
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
    Replies replies = replies(words.values(), facts.replies());
    Map<String, Script> scripts = new LinkedHashMap<>();
    words.forEach(
        (tag, it) ->
            scripts.put(
                tag,
                it.script(folder.version(), Locale.forLanguageTag(tag), stored.model(), replies)));
    return new Loaded.Good(
        new Content(folder.version(), fallback, scripts, tongues, problems.warnings()));
  }

  /** One reader for all languages: an answer need not be in the language of the conversation. */
  private static Replies replies(Collection<Words> words, RepliesFile.Facts facts) {
    return new Replies(
        new ReplyReader(
            words.stream().flatMap(it -> it.replies().stream()).toList(), facts.safeDomains()),
        facts.next());
  }
}
