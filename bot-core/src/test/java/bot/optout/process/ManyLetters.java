package bot.optout.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What many people say at the same time to get a letter each, and what has to come of it, whatever
 * happens to the program meanwhile.
 */
public final class ManyLetters {
  /** What everybody types, and how the answer to each begins. */
  private static final List<List<String>> SAID_AND_ANSWERED =
      List.of(
          List.of("draft", "Where do you live?"),
          List.of("France", "Which accounts is it about?"),
          List.of("instagram", "Do you want to give a reason?"),
          List.of("no reason", "Your name?"),
          List.of("Camille", "Your e-mail?"),
          List.of("camille@example.org", "Your profile link"),
          List.of("@camille", "Camille"),
          List.of("yes", "Your objection"));

  private static final int QUARTERS = 4;
  private static final String LAST = "Tell me when it is on its way";

  /** With "Your objection" come where it goes and what is to be done then. */
  private static final int AFTER_THE_LETTER = 2;

  private ManyLetters() {}

  /** What everybody says in a quarter of the way, 0 to 3. */
  public static List<String> said(int quarter) {
    int each = SAID_AND_ANSWERED.size() / QUARTERS;
    return SAID_AND_ANSWERED.subList(quarter * each, (quarter + 1) * each).stream()
        .map(turn -> turn.get(0))
        .toList();
  }

  /** Whether somebody who was told this has come to the end. */
  public static boolean isAll(List<String> told) {
    return told.stream().anyMatch(text -> text.startsWith(LAST));
  }

  /**
   * All answers stand in order and each once, but for the one in flight when a process died.
   *
   * @param told to one person, in order, without files
   */
  public static void assertTold(List<String> told, int deaths) {
    List<String> different = new ArrayList<>();
    for (String text : told) {
      if (different.isEmpty() || !different.get(different.size() - 1).equals(text)) {
        different.add(text);
      }
    }
    String all = String.join("\n--\n", told);
    assertEquals(SAID_AND_ANSWERED.size() + AFTER_THE_LETTER, different.size(), all);
    for (int i = 0; i < SAID_AND_ANSWERED.size(); i++) {
      assertTrue(different.get(i).startsWith(SAID_AND_ANSWERED.get(i).get(1)), all);
    }
    assertTrue(told.size() - different.size() <= deaths, "repeated more than what was in flight");
  }

  /**
   * Nothing that anybody said stands in the program's log, nor anything else that must not.
   *
   * @param secrets tokens and raw ids
   */
  public static void assertSecret(Path log, String... secrets) {
    String written = read(log);
    Stream.concat(Stream.of("amille", "example.org", "instagram"), Stream.of(secrets))
        .forEach(
            secret -> assertFalse(written.contains(secret), () -> secret + " in:\n" + written));
  }

  /** How many processes that log there have come so far that they serve. */
  public static long serving(Path log) {
    return read(log).lines().filter(line -> line.contains("Health and metrics on port")).count();
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
