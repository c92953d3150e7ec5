package bot.optout;

import java.util.Optional;

/**
 * One thing that happened on a platform.
 *
 * @param dedupeKey the same for every delivery of the same thing, unique within platform and tenant
 * @param locale the platform's language code of the person, such as {@code de} or {@code pt-BR}
 */
public record Incoming(String dedupeKey, Address address, Input input, Optional<String> locale) {}
