package bot.optout.content;

import bot.optout.embedding.OnnxEmbedder;
import bot.optout.knowledge.SentenceModel;
import bot.optout.letter.LetterDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The built-in content for tests, loaded once a run. */
public final class TestContent {
  /** The day on which the tests look at the content. */
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

  private TestContent() {}

  public static Content get() {
    return BuiltIn.CONTENT;
  }

  /** The sentence model, with all that the build has learned: nothing is learned again. */
  public static SentenceModel model() {
    return Learnt.MODEL;
  }

  private static Content load(SentenceModel model) {
    try {
      Loaded loaded = new ContentLoader(model, CLOCK, "en").load(ContentFolder.builtIn());
      if (loaded instanceof Loaded.Good good) {
        return good.content();
      }
      throw new AssertionError(loaded.toString());
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /** The languages that letters are written in. */
  public static List<String> languages() {
    return List.copyOf(Letters.DESKS.keySet());
  }

  /** The letters alone, without learning to understand anybody. */
  public static LetterDesk letters(String language) {
    return Optional.ofNullable(Letters.DESKS.get(language)).orElseThrow();
  }

  private static Map<String, LetterDesk> desks() {
    try {
      Problems problems = new Problems();
      ContentReading reading = new ContentReading(ContentFolder.builtIn(), problems);
      Facts facts = Facts.read(reading, LocalDate.now(CLOCK));
      Map<String, LetterDesk> desks = new LinkedHashMap<>();
      for (String language : reading.folder().languages()) {
        desks.put(language, new LetterDesk(Words.read(reading, language, facts).letters()));
      }
      if (!problems.faults().isEmpty()) {
        throw new AssertionError(problems.faults().toString());
      }
      return desks;
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static final class Letters {
    static final Map<String, LetterDesk> DESKS = desks();
  }

  private static SentenceModel learnt() {
    try {
      return StoredVectors.of(OnnxEmbedder.load(), LearntCache.NONE.files(ContentFolder.builtIn()))
          .model();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static final class Learnt {
    static final SentenceModel MODEL = learnt();
  }

  private static final class BuiltIn {
    static final Content CONTENT = load(model());
  }
}
