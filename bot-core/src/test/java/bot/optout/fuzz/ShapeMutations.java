package bot.optout.fuzz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes the shape of JSON and leaves it JSON, as a parser sees it that is not picky. */
final class ShapeMutations {
  /** Where the text of a value is put that no tree can hold, such as a field that stands twice. */
  private static final String MARK = "\u0001mark\u0001";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEEPEST = 20_000;

  /** Writes what is a little deeper than could be read, too. */
  private final ObjectMapper json =
      new ObjectMapper(
          JsonFactory.builder()
              .streamWriteConstraints(
                  StreamWriteConstraints.builder().maxNestingDepth(DEEPEST).build())
              .build());

  private final Random random;
  private final HostileValues hostile;

  ShapeMutations(Random random) {
    this.random = random;
    this.hostile = new HostileValues(random);
  }

  /** A place in a tree: an object and the name in it, or an array and the number in it. */
  private record Place(JsonNode parent, String name, int at) {
    JsonNode value() {
      return parent.isObject() ? parent.path(name) : parent.path(at);
    }

    void put(JsonNode value) {
      if (parent instanceof ObjectNode object) {
        object.set(name, value);
      } else {
        ((ArrayNode) parent).set(at, value);
      }
    }

    void remove() {
      if (parent instanceof ObjectNode object) {
        object.remove(name);
      } else {
        ((ArrayNode) parent).remove(at);
      }
    }
  }

  /**
   * @param tree an object or array that is not empty; it is changed
   */
  String mutate(JsonNode tree) throws JsonProcessingException {
    List<Place> places = places(tree);
    Place place = any(places);
    JsonNode value = place.value();
    switch (random.nextInt(8)) {
      case 0 -> place.remove();
      case 1 -> place.put(NODES.nullNode());
      case 2 -> place.put(any(places).value().deepCopy());
      case 3 -> place.put(NODES.arrayNode().add(value));
      case 4 -> place.put(NODES.objectNode().set("id", value));
      case 5 -> {
        return twice(tree, place, any(places).value());
      }
      case 6 -> {
        return raw(tree, place, nested());
      }
      default -> {
        return raw(tree, place, hostile.value());
      }
    }
    return json.writeValueAsString(tree);
  }

  private static List<Place> places(JsonNode tree) {
    List<Place> places = new ArrayList<>();
    collect(tree, places);
    return places;
  }

  private static void collect(JsonNode node, List<Place> places) {
    node.fieldNames().forEachRemaining(name -> places.add(new Place(node, name, 0)));
    if (node.isArray()) {
      for (int at = 0; at < node.size(); at++) {
        places.add(new Place(node, "", at));
      }
    }
    node.forEach(child -> collect(child, places));
  }

  private Place any(List<Place> places) {
    return places.get(random.nextInt(places.size()));
  }

  /** The same name twice in one object, with another value. */
  private String twice(JsonNode tree, Place place, JsonNode other) throws JsonProcessingException {
    if (!place.parent().isObject()) {
      return json.writeValueAsString(tree);
    }
    String second = NODES.textNode(place.name()) + ":" + other;
    return raw(tree, place, place.value() + "," + second);
  }

  private String raw(JsonNode tree, Place place, String text) throws JsonProcessingException {
    place.put(NODES.textNode(MARK));
    return json.writeValueAsString(tree).replace(NODES.textNode(MARK).toString(), text);
  }

  private String nested() {
    int depth = 1 + (int) Math.pow(DEEPEST, random.nextDouble());
    boolean arrays = random.nextBoolean();
    return (arrays ? "[" : "{\"message\":").repeat(depth)
        + "1"
        + (arrays ? "]" : "}").repeat(depth);
  }
}
