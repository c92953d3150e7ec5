package bot.optout;

import java.util.Optional;

/**
 * One thing that happened on a platform. {@code toString} hides who did it.
 *
 * @param dedupeKey the same for every delivery of the same thing, unique within platform and tenant
 * @param locale the platform's language code of the person, such as {@code de} or {@code pt-BR}
 * @param zone the person's time zone where the platform tells it, such as {@code Europe/Lisbon}; a
 *     name nobody knows counts as none
 */
public record Incoming(
    String dedupeKey,
    Address address,
    Input input,
    Optional<String> locale,
    Optional<String> zone) {
  /** Where the platform tells no time zone. */
  public Incoming(String dedupeKey, Address address, Input input, Optional<String> locale) {
    this(dedupeKey, address, input, locale, Optional.empty());
  }

  @Override
  public String toString() {
    return "Incoming[" + input + "]";
  }
}
