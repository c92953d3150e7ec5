package bot.optout.conversation;

import java.util.List;
import java.util.Optional;

/**
 * What a text names.
 *
 * @param place code of a country
 * @param services ids, in the order in which they are named
 * @param child whether it is for the person's child
 * @param other the name of a company that is none of these services
 */
public record Mentions(
    Optional<String> place, List<String> services, boolean child, Optional<String> other) {
  public static final Mentions NONE = new Mentions(Optional.empty(), List.of());

  public Mentions(Optional<String> place, List<String> services) {
    this(place, services, false, Optional.empty());
  }

  public Mentions {
    services = List.copyOf(services);
  }

  boolean any() {
    return place.isPresent() || !services.isEmpty();
  }
}
