package bot.optout.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.content.TestContent;
import bot.optout.knowledge.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks for a letter in their own words gets one begun, or at least offered. */
final class DraftWishTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "questions");
  private static final double AT_ONCE = 0.75;

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void most_are_understood_at_once_and_hardly_any_is_missed(String language) throws IOException {
    Script script = TestContent.get().script(language);
    List<String> wishes =
        Files.readAllLines(FOLDER.resolve("draft." + language + ".txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    List<Heard> heard = wishes.stream().map(script::hear).toList();
    long begun = heard.stream().filter(DraftWishTest::begins).count();
    assertTrue(begun >= AT_ONCE * wishes.size(), () -> begun + " of " + wishes.size());
    assertEquals(
        List.of(),
        heard.stream().filter(it -> !begins(it) && !leadsOn(it)).map(Heard::text).toList());
  }

  private static boolean begins(Heard heard) {
    return heard.means(Wish.DRAFT)
        || (heard.finding() instanceof Finding.Wanted wanted && wanted.intent().equals("draft"));
  }

  /** An answer has a button that drafts, and a question back leads to one. */
  private static boolean leadsOn(Heard heard) {
    return heard.finding() instanceof Finding.Answer || heard.finding() instanceof Finding.Clarify;
  }
}
