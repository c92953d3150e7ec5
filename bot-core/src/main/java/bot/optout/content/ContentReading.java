package bot.optout.content;

import java.util.Map;
import java.util.Optional;

/** One pass over a folder: gives its files as fields and collects the problems. */
record ContentReading(ContentFolder folder, Problems problems) {
  /** The fields of a file; empty if it is missing or unreadable, which is noted once. */
  Optional<Fields> file(String path) {
    Optional<String> text = folder.text(path);
    if (text.isEmpty()) {
      problems.fault(path, 0, "the file is missing", "add it");
    }
    return text.flatMap(found -> Yaml.parse(path, found, problems))
        .flatMap(node -> mapping(path, node))
        .map(mapping -> new Fields(path, mapping, problems));
  }

  /** The same where only the entries matter: id to fields. */
  Map<String, Fields> entries(String path) {
    return file(path).map(Fields::objects).orElse(Map.of());
  }

  private Optional<Node.Mapping> mapping(String path, Node node) {
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(mapping);
    }
    problems.fault(path, node.line(), "fields are expected here", "write \"name: value\" lines");
    return Optional.empty();
  }
}
