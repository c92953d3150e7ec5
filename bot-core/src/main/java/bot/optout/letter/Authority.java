package bot.optout.letter;

import java.util.List;
import java.util.Optional;

/**
 * A data protection authority that takes complaints about a company such as Meta.
 *
 * @param country ISO 3166-1 alpha-2, or {@code US-CA} where a part has its own
 * @param land the part of the country it is for, for example {@code BY}; empty if for all of it
 * @param address in lines, without the name; empty where none is known for sure
 * @param form the address of its complaint form
 * @param languages it works in, as tags
 * @param note what a person should know before writing there
 */
public record Authority(
    String id,
    String country,
    Optional<String> land,
    String name,
    List<String> address,
    Optional<String> email,
    Optional<String> website,
    Optional<String> form,
    List<String> languages,
    Optional<String> note) {
  public Authority {
    address = List.copyOf(address);
    languages = List.copyOf(languages);
  }
}
