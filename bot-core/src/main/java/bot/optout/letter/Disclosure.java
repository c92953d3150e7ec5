package bot.optout.letter;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Points out what a letter can do without: it names kinds of things, never the things themselves.
 * Errs on the side of a hint; the person decides.
 */
public final class Disclosure {
  /** What need not be in a letter. */
  public enum Concern {
    HEALTH,
    OTHER_PERSON,
    ID_NUMBER,
    BANK_ACCOUNT,
    PHONE,
    BIRTHDAY
  }

  private static final String CHUNK = "[ .-]?\\p{Alnum}{2,4}";
  private static final Map<Concern, Pattern> SHAPES =
      Map.of(
          Concern.BANK_ACCOUNT,
              Pattern.compile("(?<!\\p{Alnum})[A-Z]{2}\\d{2}(?:" + CHUNK + "){3,8}(?!\\p{Alnum})"),
          Concern.PHONE,
              Pattern.compile(
                  "(?<![\\p{Alnum}.])(?:\\+|00|0)\\d(?:[ ()/-]{0,2}\\d){6,14}(?!\\p{Alnum})"),
          Concern.ID_NUMBER,
              Pattern.compile(
                  "(?<!\\p{Alnum})(?=[A-Z0-9]{0,8}\\d[A-Z0-9]{0,8}\\d)[A-Z]{1,2}[A-Z0-9]{6,9}(?!\\p{Alnum})|(?<!\\d)\\d{3}-\\d{2}-\\d{4}(?!\\d)"),
          Concern.BIRTHDAY,
              Pattern.compile("(?<!\\d)\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)\\d{2}(?!\\d)"));

  private final Map<Concern, Wordlist> words;
  private final List<Pattern> names;

  /**
   * @param words by what they give away, for example names of illnesses
   * @param relations what stands before another person's name: "my daughter", "my friend"
   */
  public Disclosure(Map<Concern, List<String>> words, List<String> relations) {
    this.words =
        words.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> new Wordlist(it.getValue())));
    this.names = relations.stream().map(Disclosure::named).toList();
  }

  /** What a text gives away, in the order of {@link Concern}. */
  public Set<Concern> in(String text) {
    Set<Concern> found = EnumSet.noneOf(Concern.class);
    words.forEach(
        (concern, list) -> {
          if (!list.in(text).isEmpty()) {
            found.add(concern);
          }
        });
    SHAPES.forEach(
        (concern, shape) -> {
          if (shape.matcher(text).find()) {
            found.add(concern);
          }
        });
    if (names.stream().anyMatch(name -> name.matcher(text).find())) {
      found.add(Concern.OTHER_PERSON);
    }
    return found;
  }

  /** "my daughter Mia": the relation in any case, then a word with a capital letter. */
  private static Pattern named(String relation) {
    return Pattern.compile(
        "(?<!\\p{L})(?iu:" + Pattern.quote(relation) + "),? (?:\\p{Lu}\\p{Ll}{1,20})(?!\\p{L})");
  }
}
