package bot.optout.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PhraseTest {
  private static final Pattern SAID = Pattern.compile("Phrase\\.([A-Z_]+)");

  /** Those of commands are looked up by the command's name. */
  private static final String BY_NAME = "COMMAND_";

  @Test
  void somebody_says_every_phrase() throws IOException {
    Set<String> said = said();
    List<Phrase> silent =
        Stream.of(Phrase.values())
            .filter(phrase -> !phrase.name().startsWith(BY_NAME))
            .filter(phrase -> !said.contains(phrase.name()))
            .toList();
    assertEquals(List.of(), silent);
  }

  /** In the code of all modules. */
  private static Set<String> said() throws IOException {
    Set<String> said = new HashSet<>();
    try (DirectoryStream<Path> modules = Files.newDirectoryStream(Path.of(".."))) {
      for (Path module : modules) {
        Path code = module.resolve("src/main/java");
        if (Files.isDirectory(code)) {
          said.addAll(said(code));
        }
      }
    }
    return said;
  }

  private static Set<String> said(Path code) throws IOException {
    try (Stream<Path> files = Files.walk(code)) {
      return files
          .filter(Files::isRegularFile)
          .flatMap(file -> SAID.matcher(text(file)).results())
          .map(found -> found.group(1))
          .collect(Collectors.toSet());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
