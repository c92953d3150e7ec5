package bot.optout.letter;

import bot.optout.message.Template;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything letters are made of, in one language, as the content files have it.
 *
 * @param countries by code
 * @param jurisdictions by code
 * @param services in the order in which they are offered
 * @param grounds in the order in which they are offered
 * @param requests in the order in which a letter names them
 * @param templates the letters' texts, by kind and jurisdiction, for example {@code objection-EU}
 */
public record LetterBook(
    Map<String, Country> countries,
    Map<String, Jurisdiction> jurisdictions,
    List<Service> services,
    List<Ground> grounds,
    List<Request> requests,
    Map<String, Template> templates) {
  public LetterBook {
    // Kept in the order of the content files: buttons and golden texts follow it.
    countries = Collections.unmodifiableMap(new LinkedHashMap<>(countries));
    jurisdictions = Collections.unmodifiableMap(new LinkedHashMap<>(jurisdictions));
    services = List.copyOf(services);
    grounds = List.copyOf(grounds);
    requests = List.copyOf(requests);
    templates = Map.copyOf(templates);
  }
}
