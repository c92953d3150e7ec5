package bot.optout.content;

import java.util.List;
import java.util.Map;

/** A piece of a YAML file, with the line it begins on. Every scalar is kept as text. */
sealed interface Node {
  int line();

  record Scalar(int line, String text) implements Node {}

  /** An explicit {@code null}, or nothing at all after the colon. */
  record Nothing(int line) implements Node {}

  record Items(int line, List<Node> items) implements Node {}

  /** Keeps the order of the file. */
  record Mapping(int line, Map<String, Node> fields, Map<String, Integer> keyLines)
      implements Node {}
}
