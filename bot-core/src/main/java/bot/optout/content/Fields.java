package bot.optout.content;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping of a file, read field by field. What is missing or of the wrong shape is noted as a
 * problem and replaced by something empty, so that one pass finds all faults; the content is
 * refused afterwards. Call {@link #nothingElse} at the end: fields nobody asked for are faults too.
 */
final class Fields {
  /** A text and where it stands. */
  record Text(int line, String text) {}

  private static final int MOST_NAMED = 12;

  private final String file;
  private final Node.Mapping mapping;
  private final Problems problems;
  private final Set<String> read = new HashSet<>();

  Fields(String file, Node.Mapping mapping, Problems problems) {
    this.file = file;
    this.mapping = mapping;
    this.problems = problems;
  }

  int line() {
    return mapping.line();
  }

  int line(String key) {
    return mapping.keyLines().getOrDefault(key, mapping.line());
  }

  void fault(String key, String what, String fix) {
    problems.fault(file, line(key), what, fix);
  }

  void faultAt(int line, String what, String fix) {
    problems.fault(file, line, what, fix);
  }

  void warn(String key, String what, String fix) {
    problems.warn(file, line(key), what, fix);
  }

  String text(String key) {
    Node node = field(key);
    if (node instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
      return scalar.text().strip();
    }
    fault(key, "\"" + key + "\" is missing or empty", "give it a text");
    return "";
  }

  Optional<String> optionalText(String key) {
    Node node = field(key);
    if (node instanceof Node.Scalar scalar) {
      return Optional.of(scalar.text().strip()).filter(text -> !text.isEmpty());
    }
    if (!(node instanceof Node.Nothing)) {
      fault(key, "\"" + key + "\" is a list or mapping", "give it a text or null");
    }
    return Optional.empty();
  }

  List<String> texts(String key) {
    return located(key).stream().map(Text::text).toList();
  }

  List<Text> located(String key) {
    if (!(field(key) instanceof Node.Items items)) {
      fault(key, "\"" + key + "\" is no list", "write a list, for example [one, two]");
      return List.of();
    }
    List<Text> texts = new ArrayList<>();
    for (Node item : items.items()) {
      if (item instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
        texts.add(new Text(scalar.line(), scalar.text().strip()));
      } else {
        problems.fault(
            file, item.line(), "\"" + key + "\" has an item that is no text", "quote it");
      }
    }
    return texts;
  }

  /** Every text of a list has to be one of these ids, which stand in that file. */
  void known(String key, Set<String> ids, String idsFile) {
    for (Text id : located(key)) {
      // No ids at all: their file could not be read, and that is fault enough.
      if (!ids.isEmpty() && !ids.contains(id.text())) {
        faultAt(
            id.line(),
            "\"" + id.text() + "\" does not stand in " + idsFile,
            "correct or remove it");
      }
    }
  }

  boolean flag(String key) {
    String text = text(key);
    if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
      fault(key, "\"" + key + "\" is \"" + text + "\"", "write true or false");
    }
    return text.equals("true");
  }

  <E extends Enum<E>> E choice(String key, Class<E> kind, E fallback) {
    return choice(key, text(key), kind).orElse(fallback);
  }

  <E extends Enum<E>> List<E> choices(String key, Class<E> kind) {
    return texts(key).stream().flatMap(text -> choice(key, text, kind).stream()).toList();
  }

  private <E extends Enum<E>> Optional<E> choice(String key, String text, Class<E> kind) {
    for (E value : kind.getEnumConstants()) {
      if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
        return Optional.of(value);
      }
    }
    List<String> allowed =
        List.of(kind.getEnumConstants()).stream()
            .map(value -> value.name().toLowerCase(Locale.ROOT))
            .toList();
    fault(key, "\"" + key + "\" is \"" + text + "\"", "use one of " + String.join(", ", allowed));
    return Optional.empty();
  }

  Optional<LocalDate> date(String key) {
    Optional<String> text = optionalText(key);
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeParseException wrong) {
      fault(
          key,
          "\"" + key + "\" is \"" + text.orElse("") + "\"",
          "write a date such as '2026-11-23', or null");
      return Optional.empty();
    }
  }

  List<Fields> objects(String key) {
    if (!(field(key) instanceof Node.Items items)) {
      fault(key, "\"" + key + "\" is no list", "write a list of entries that begin with \"- \"");
      return List.of();
    }
    List<Fields> objects = new ArrayList<>();
    items.items().forEach(item -> object(item).ifPresent(objects::add));
    return objects;
  }

  /** The mapping below a key, or an empty one if there is none. */
  Fields object(String key) {
    return object(field(key)).orElseGet(() -> empty(key));
  }

  /** All fields, each of them a mapping, in the order of the file. */
  Map<String, Fields> objects() {
    Map<String, Fields> objects = new LinkedHashMap<>();
    for (String key : keys()) {
      object(field(key)).ifPresent(object -> objects.put(key, object));
    }
    return objects;
  }

  List<String> keys() {
    return List.copyOf(mapping.fields().keySet());
  }

  void nothingElse() {
    for (String key : mapping.fields().keySet()) {
      if (!read.contains(key)) {
        fault(
            key,
            "\"" + key + "\" is no known field",
            read.isEmpty() || read.size() > MOST_NAMED
                ? "remove it or correct its name"
                : "remove it or use one of " + String.join(", ", read.stream().sorted().toList()));
      }
    }
  }

  private Node field(String key) {
    read.add(key);
    return mapping.fields().getOrDefault(key, new Node.Nothing(mapping.line()));
  }

  private Optional<Fields> object(Node node) {
    if (node instanceof Node.Mapping object) {
      return Optional.of(new Fields(file, object, problems));
    }
    problems.fault(file, node.line(), "fields are expected here", "write them as \"name: value\"");
    return Optional.empty();
  }

  private Fields empty(String key) {
    return new Fields(file, new Node.Mapping(line(key), Map.of(), Map.of()), problems);
  }
}
