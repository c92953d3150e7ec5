package bot.optout.content;

import bot.optout.letter.ReplyKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Answers of companies with what a careful reader makes of them; see the README beside them. */
record ReplySamples(List<Sample> samples) {
  private static final Path FOLDER = Path.of("src", "test", "resources", "replies");

  /** One answer. */
  record Sample(String name, ReplyKind kind, Map<String, String> marks, String text) {
    Set<String> services(String mark) {
      String ids = marks.getOrDefault(mark, "");
      return ids.isEmpty() ? Set.of() : Set.of(ids.split(" "));
    }

    boolean newContentOnly() {
      return marks.containsKey("new-only");
    }

    Optional<LocalDate> until() {
      return Optional.ofNullable(marks.get("until")).map(LocalDate::parse);
    }

    Optional<Period> longer() {
      return Optional.ofNullable(marks.get("length")).map(Period::parse);
    }
  }

  static ReplySamples read(String language, String half) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(language).resolve(half))) {
      return new ReplySamples(files.sorted().map(ReplySamples::sample).toList());
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  static List<Sample> all() {
    return Stream.of("en", "de")
        .flatMap(language -> Stream.of("development", "held-out").map(half -> read(language, half)))
        .flatMap(set -> set.samples().stream())
        .toList();
  }

  private static Sample sample(Path file) {
    try {
      String[] parts = Files.readString(file).split("\n", 2);
      String[] marks = parts[0].substring(2).split("; ");
      Map<String, String> values = new LinkedHashMap<>();
      for (String mark : List.of(marks).subList(1, marks.length)) {
        String[] value = mark.split(": ", 2);
        values.put(value[0], value.length > 1 ? value[1] : "");
      }
      return new Sample(
          String.valueOf(file.getFileName()),
          ReplyKind.valueOf(marks[0].toUpperCase(Locale.ROOT)),
          values,
          parts[1]);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
