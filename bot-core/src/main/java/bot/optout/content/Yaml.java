package bot.optout.content;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one YAML file into nodes that know their lines; a key that stands twice is a fault. */
final class Yaml {
  private static final YAMLFactory FACTORY = new YAMLFactory();

  private final String file;
  private final JsonParser parser;
  private final Problems problems;

  private Yaml(String file, JsonParser parser, Problems problems) {
    this.file = file;
    this.parser = parser;
    this.problems = problems;
  }

  static Optional<Node> parse(String file, String text, Problems problems) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      Yaml yaml = new Yaml(file, parser, problems);
      if (parser.nextToken() == null) {
        problems.fault(file, 1, "the file is empty", "write its entries or remove the file");
        return Optional.empty();
      }
      Node node = yaml.node();
      if (parser.nextToken() != null) {
        problems.fault(file, yaml.line(), "a second document begins", "keep one document a file");
      }
      return Optional.of(node);
    } catch (JsonProcessingException trouble) {
      JsonLocation where = trouble.getLocation();
      problems.fault(
          file,
          where == null ? 0 : where.getLineNr(),
          "not YAML: " + trouble.getOriginalMessage().lines().findFirst().orElse("unreadable"),
          "check indentation, quotes and colons");
      return Optional.empty();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Node node() throws IOException {
    int line = line();
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> mapping(line);
      case START_ARRAY -> items(line);
      case VALUE_NULL -> new Node.Nothing(line);
      default -> new Node.Scalar(line, parser.getText());
    };
  }

  private Node mapping(int line) throws IOException {
    Map<String, Node> fields = new LinkedHashMap<>();
    Map<String, Integer> keyLines = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = line();
      parser.nextToken();
      if (fields.put(key, node()) != null) {
        problems.fault(
            file,
            keyLine,
            "\"" + key + "\" stands here a second time, first in line " + keyLines.get(key),
            "remove one of them");
      }
      keyLines.putIfAbsent(key, keyLine);
    }
    return new Node.Mapping(line, fields, keyLines);
  }

  private Node items(int line) throws IOException {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node());
    }
    return new Node.Items(line, List.copyOf(items));
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }
}
