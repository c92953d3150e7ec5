package bot.optout.content;

import bot.optout.embedding.OnnxEmbedder;
import bot.optout.knowledge.HashedWords;
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

  /** With words instead of sentences: exact wordings are found, everything else roughly. */
  public static Content fast() {
    return Fast.CONTENT;
  }

  /** As it runs: with the sentence model. */
  public static Content real() {
    return Real.CONTENT;
  }

  static Content load(SentenceModel model) {
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
      Reading reading = new Reading(ContentFolder.builtIn(), problems);
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

  private static final class Fast {
    static final Content CONTENT = load(HashedWords.model());
  }

  private static final class Real {
    static final Content CONTENT = load(OnnxEmbedder.load());
  }
}
