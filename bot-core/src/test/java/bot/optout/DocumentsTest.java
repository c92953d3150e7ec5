package bot.optout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point at is there: every test they name, every file they link. */
final class DocumentsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** {@code LanesTest}, {@code core: delivery/LanesTest.a_method}, or {@code ….another_method}. */
  private static final Pattern NAMED =
      Pattern.compile("`(?:(?:core: )?(?:\\w+/)*(\\w+(?:Test|Contract))|…)(?:\\.(\\w+))?`");

  private static final Pattern LINK = Pattern.compile("\\]\\((?!\\w+:|#)([^)#\\s]+)[^)]*\\)");

  @Test
  void every_test_that_a_document_names_is_there() {
    Map<String, String> tests = tests();
    List<String> missing = new ArrayList<>();
    int named = 0;
    for (Path document : files(".md")) {
      String last = "";
      for (Matcher name = NAMED.matcher(text(document)); name.find(); named++) {
        last = name.group(1) == null ? last : name.group(1);
        String source = tests.getOrDefault(last, "");
        if (source.isEmpty()
            || (name.group(2) != null && !source.contains(" " + name.group(2) + "("))) {
          missing.add(ROOT.relativize(document) + ": " + last + " " + name.group());
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(named > 200, "the documents name more tests than " + named);
  }

  @Test
  void every_link_to_a_file_leads_there() {
    List<String> dead = new ArrayList<>();
    for (Path document : files(".md")) {
      for (Matcher link = LINK.matcher(text(document)); link.find(); ) {
        if (!Files.exists(document.resolveSibling(link.group(1)))) {
          dead.add(ROOT.relativize(document) + ": " + link.group(1));
        }
      }
    }
    assertEquals(List.of(), dead);
  }

  /** The source of each test class, by its simple name. */
  private static Map<String, String> tests() {
    Map<String, String> tests = new HashMap<>();
    files(".java").stream()
        .filter(file -> file.toString().contains("/src/test/java/"))
        .forEach(
            file ->
                tests.merge(
                    file.getFileName().toString().replace(".java", ""),
                    text(file),
                    String::concat));
    return tests;
  }

  private static List<Path> files(String ending) {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.filter(file -> file.toString().endsWith(ending))
          .filter(file -> !ROOT.relativize(file).toString().matches("(.*/)?(target|\\..*)/.*"))
          .sorted()
          .toList();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
