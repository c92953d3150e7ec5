package bot.optout.conversation;

import bot.optout.knowledge.Intent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of one language by which a person is understood, in lower case with accents kept. A
 * place written in capitals ("US") counts only in capitals, or as the whole message.
 *
 * @param wishes whole messages that mean a wish, for example "start again"
 * @param intents wishes that people put into many words, each with ways to say it
 * @param places names, adjectives, abbreviations and big cities, each with its country code
 * @param services names and nicknames ("insta"), each with its service id; {@code none} for "no
 *     account"
 * @param otherCompanies names of companies that no letter goes to, as they write them
 * @param corrections beginnings that announce a correction, for example "actually", "i meant"
 * @param questionStarts beginnings that mark a question even without a question mark
 * @param fillers words that add nothing to what a short message names: "please", "i live in"
 * @param children words by which a parent speaks for a child: "for my daughter"
 * @param markers how follow-up questions and pasted texts are told
 */
public record Lexicon(
    Map<Wish, List<String>> wishes,
    List<Intent> intents,
    Map<String, String> places,
    Map<String, String> services,
    List<String> otherCompanies,
    List<String> corrections,
    List<String> questionStarts,
    List<String> fillers,
    List<String> children,
    Markers markers) {
  public Lexicon {
    wishes = Map.copyOf(wishes);
    intents = List.copyOf(intents);
    places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    otherCompanies = List.copyOf(otherCompanies);
    corrections = List.copyOf(corrections);
    questionStarts = List.copyOf(questionStarts);
    fillers = List.copyOf(fillers);
    children = List.copyOf(children);
  }
}
