package bot.optout.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A set of labelled questions, kept apart from the content. */
record Questions(List<Question> questions) {
  /** A question, and the entry that answers it; where two do, both: {@code one|other}. */
  record Question(String label, String text) {
    List<String> labels() {
      return List.of(label.split("\\|"));
    }

    boolean isAnsweredBy(String entry) {
      return labels().contains(entry);
    }
  }

  static Questions read(String file) throws IOException {
    return new Questions(
        lines(file).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t"))
            .map(fields -> new Question(fields[0], fields[1]))
            .toList());
  }

  static List<String> lines(String file) throws IOException {
    try (InputStream stream = Questions.class.getResourceAsStream("/questions/" + file)) {
      if (stream == null) {
        throw new IOException(file + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    }
  }

  List<Question> labelled(String label) {
    return questions.stream().filter(question -> question.label().equals(label)).toList();
  }

  List<Question> inScope() {
    return questions.stream()
        .filter(question -> !question.label().equals("oos") && !question.label().equals("near"))
        .toList();
  }
}
