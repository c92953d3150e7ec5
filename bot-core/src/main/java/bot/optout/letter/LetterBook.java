package bot.optout.letter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Everything letters are made of, in one language, as the content files have it.
 *
 * @param countries by code
 * @param jurisdictions by code
 * @param services in the order in which they are offered
 * @param grounds in the order in which they are offered
 * @param requests in the order in which a letter names them
 * @param texts by kind, and where a law has its own by kind and jurisdiction: {@code objection},
 *     {@code objection-CH}
 * @param words what all letters have in common
 * @param authorities only those that take a complaint about such a company
 * @param lands names of the parts of a country that have an authority of their own, by code
 * @param disclosure what a letter can do without
 */
public record LetterBook(
    Locale language,
    Map<String, Country> countries,
    Map<String, Jurisdiction> jurisdictions,
    List<Service> services,
    List<Ground> grounds,
    List<Request> requests,
    Map<String, LetterText> texts,
    LetterWords words,
    List<Authority> authorities,
    Map<String, String> lands,
    Disclosure disclosure) {
  public LetterBook {
    // Kept in the order of the content files: buttons and golden texts follow it.
    countries = Collections.unmodifiableMap(new LinkedHashMap<>(countries));
    jurisdictions = Collections.unmodifiableMap(new LinkedHashMap<>(jurisdictions));
    services = List.copyOf(services);
    grounds = List.copyOf(grounds);
    requests = List.copyOf(requests);
    texts = Map.copyOf(texts);
    authorities = List.copyOf(authorities);
    lands = Collections.unmodifiableMap(new LinkedHashMap<>(lands));
  }
}
