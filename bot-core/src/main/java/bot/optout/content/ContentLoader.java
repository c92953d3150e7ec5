package bot.optout.content;

import bot.optout.conversation.Script;
import bot.optout.conversation.Tongues;
import bot.optout.knowledge.SentenceModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Turns a folder into content, or into the list of everything that is wrong with it. */
public final class ContentLoader {
  private final SentenceModel model;
  private final Clock clock;
  private final String fallback;

  /**
   * @param fallback tag of the language for people whose own is not there
   */
  public ContentLoader(SentenceModel model, Clock clock, String fallback) {
    this.model = model;
    this.clock = clock;
    this.fallback = fallback;
  }

  public Loaded load(ContentFolder folder) {
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
    SentenceModel stored = StoredVectors.before(model, folder);
    Map<String, Script> scripts = new LinkedHashMap<>();
    words.forEach((tag, it) -> scripts.put(tag, it.script(Locale.forLanguageTag(tag), stored)));
    return new Loaded.Good(
        new Content(folder.version(), fallback, scripts, tongues, problems.warnings()));
  }
}
