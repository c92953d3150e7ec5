package bot.optout.conversation;

import java.util.List;
import java.util.Optional;

/**
 * What a text names.
 *
 * @param place code of a country
 * @param services ids, in the order in which they are named
 */
public record Mentions(Optional<String> place, List<String> services) {
  public static final Mentions NONE = new Mentions(Optional.empty(), List.of());

  public Mentions {
    services = List.copyOf(services);
  }

  boolean any() {
    return place.isPresent() || !services.isEmpty();
  }
}
