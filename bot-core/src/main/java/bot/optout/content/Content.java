package bot.optout.content;

import bot.optout.conversation.Script;
import bot.optout.conversation.Tongues;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything the bot can say and understand. Immutable; a new version replaces the old one as a
 * whole.
 *
 * @param version the same for equal files
 * @param scripts by language tag
 * @param tongues tells languages, also those without a script
 * @param warnings what the editors should look at; nothing that keeps the bot from running
 */
public record Content(
    String version,
    String defaultLanguage,
    Map<String, Script> scripts,
    Tongues tongues,
    List<ContentProblem> warnings) {
  public Content {
    scripts = Map.copyOf(scripts);
    warnings = List.copyOf(warnings);
    if (!scripts.containsKey(defaultLanguage)) {
      throw new IllegalArgumentException("no script for " + defaultLanguage);
    }
  }

  /** The script of a language ("de-AT" counts as "de"), or the one of the default language. */
  public Script script(String language) {
    return Optional.ofNullable(scripts.get(language))
        .or(() -> Optional.ofNullable(scripts.get(Locale.forLanguageTag(language).getLanguage())))
        .or(() -> Optional.ofNullable(scripts.get(defaultLanguage)))
        .orElseThrow();
  }

  /** Language tags, sorted. */
  public List<String> languages() {
    return scripts.keySet().stream().sorted().toList();
  }

  public List<Locale> locales() {
    return languages().stream().map(Locale::forLanguageTag).toList();
  }

  /**
   * Another language than the expected one, if only its questions know a word of the text and all
   * that the expected one knows is known to it, too: "frist", "widerspruch instagram".
   */
  public Optional<String> toldByWords(String text, String expected) {
    Set<String> known = familiar(text, expected);
    return languages().stream()
        .filter(tag -> !tag.equals(expected))
        .filter(tag -> isMore(familiar(text, tag), known))
        .findFirst();
  }

  private static boolean isMore(Set<String> words, Set<String> than) {
    return words.size() > than.size() && words.containsAll(than);
  }

  private Set<String> familiar(String text, String tag) {
    return script(tag).knowledge().familiar(text);
  }

  /** The language that comes closest to a platform's language code, if any does. */
  public Optional<String> closest(String code) {
    return Optional.ofNullable(
        Locale.lookupTag(
            List.of(new Locale.LanguageRange(wellFormed(code))), List.copyOf(scripts.keySet())));
  }

  /** A code the platform made up counts as no language. */
  private static String wellFormed(String code) {
    String tag = Locale.forLanguageTag(code.replace('_', '-')).toLanguageTag();
    return tag.equals("und") ? "*" : tag;
  }
}
