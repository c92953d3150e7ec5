package bot.optout.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The Bot API's own list of methods, parameters and types, used to refuse what it does not know.
 */
final class BotApiFacts {
  private static final String ARRAY = "Array of ";

  private final JsonNode methods;
  private final JsonNode types;
  private final ObjectMapper json = new ObjectMapper();

  private BotApiFacts(JsonNode facts) {
    this.methods = facts.path("methods");
    this.types = facts.path("types");
  }

  static BotApiFacts load() {
    try (InputStream file =
        Objects.requireNonNull(BotApiFacts.class.getResourceAsStream("bot-api.json"))) {
      return new BotApiFacts(new ObjectMapper().readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The method's name as the Bot API writes it; names in addresses may have any case. */
  String method(String name) {
    for (Iterator<String> names = methods.fieldNames(); names.hasNext(); ) {
      String known = names.next();
      if (known.equalsIgnoreCase(name)) {
        return known;
      }
    }
    return "";
  }

  /** What is wrong with the parameters of a call; files are given as {@code attach://} texts. */
  List<String> problems(String method, JsonNode parameters) {
    List<String> problems = new ArrayList<>();
    fields(method, methods.path(method), parameters, problems);
    return problems;
  }

  private void fields(String where, JsonNode known, JsonNode given, List<String> problems) {
    for (Map.Entry<String, JsonNode> field : given.properties()) {
      JsonNode fact = known.path(field.getKey());
      if (fact.isMissingNode()) {
        problems.add(where + ": unknown parameter " + field.getKey());
      } else if (!fits(
          where + "." + field.getKey(), fact.path("types"), field.getValue(), problems)) {
        problems.add(where + "." + field.getKey() + ": not of type " + fact.path("types"));
      } else {
        problems.addAll(limits(where + "." + field.getKey(), fact, field.getValue()));
      }
    }
    for (Map.Entry<String, JsonNode> field : known.properties()) {
      if (field.getValue().path("required").asBoolean() && !given.has(field.getKey())) {
        problems.add(where + ": " + field.getKey() + " is missing");
      }
    }
  }

  /** What the Bot API says about a field beyond its type. */
  private List<String> limits(String where, JsonNode fact, JsonNode value) {
    List<String> problems = new ArrayList<>();
    String text = value.asText();
    outside(fact.path("length"), text.codePointCount(0, text.length()), where, problems);
    outside(fact.path("bytes"), text.getBytes(StandardCharsets.UTF_8).length, where, problems);
    outside(fact.path("items"), unwrapped(value).size(), where, problems);
    outside(fact.path("range"), value.asInt(), where, problems);
    if (fact.has("pattern") && !text.matches(fact.path("pattern").asText())) {
      problems.add(where + ": has not the form " + fact.path("pattern").asText());
    }
    boolean known = !fact.has("values");
    for (JsonNode one : fact.path("values")) {
      known |= one.asText().equals(text);
    }
    if (!known) {
      problems.add(where + ": is none of " + fact.path("values"));
    }
    return problems;
  }

  private static void outside(JsonNode limits, int actual, String where, List<String> problems) {
    if (limits.isArray() && (actual < limits.path(0).asInt() || actual > limits.path(1).asInt())) {
      problems.add(where + ": " + actual + " is not within " + limits);
    }
  }

  private boolean fits(String where, JsonNode types, JsonNode value, List<String> problems) {
    List<String> best = null;
    for (JsonNode type : types) {
      List<String> found = new ArrayList<>();
      if (fits(where, type.asText(), value, found)) {
        if (found.isEmpty()) {
          return true;
        }
        best = best == null || found.size() < best.size() ? found : best;
      }
    }
    if (best != null) {
      problems.addAll(best);
    }
    return best != null;
  }

  private boolean fits(String where, String type, JsonNode value, List<String> problems) {
    if (type.startsWith(ARRAY)) {
      JsonNode list = unwrapped(value);
      boolean fits = list.isArray();
      for (JsonNode item : list) {
        fits &= fits(where, type.substring(ARRAY.length()), item, problems);
      }
      return fits;
    }
    return switch (type) {
      case "String", "InputFile" -> value.isTextual();
      case "Integer" ->
          value.isIntegralNumber() || (value.isTextual() && value.asText().matches("-?\\d{1,18}"));
      case "Boolean", "True" -> value.isBoolean() || value.asText().matches("true|false");
      default -> object(where + "(" + type + ")", type, unwrapped(value), problems);
    };
  }

  private boolean object(String where, String type, JsonNode value, List<String> problems) {
    JsonNode known = types.path(type);
    if (!value.isObject() || known.isMissingNode()) {
      return false;
    }
    if (known.path("oneOf").isArray()) {
      for (JsonNode one : known.path("oneOf")) {
        List<String> found = new ArrayList<>();
        if (object(where, one.asText(), value, found) && found.isEmpty()) {
          return true;
        }
      }
      return false;
    }
    fields(where, known, value, problems);
    return true;
  }

  /** Forms carry objects as JSON text. */
  private JsonNode unwrapped(JsonNode value) {
    String text = value.asText();
    if (!value.isTextual() || !(text.startsWith("{") || text.startsWith("["))) {
      return value;
    }
    try {
      return json.readTree(text);
    } catch (IOException e) {
      return value;
    }
  }
}
