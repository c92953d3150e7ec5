package bot.optout;

import bot.optout.conversation.Mentions;
import bot.optout.letter.LetterDesk;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the bot is opened with: {@code draft_instagram_de}, {@code t_too-late} (a topic), {@code
 * s_too-late} (an answer that somebody shared). Words are separated by underscores; services and
 * countries stand there by id and code, since a word of two letters means something in every
 * language.
 */
record DeepLink(String head, List<String> rest) {
  private static final List<String> ENTRIES = List.of("t", "s");

  static DeepLink of(String payload) {
    List<String> words = Arrays.asList(payload.strip().split("_", -1));
    return new DeepLink(words.get(0).toLowerCase(Locale.ROOT), words.subList(1, words.size()));
  }

  /** Id of the answer it leads to. */
  Optional<String> entry() {
    return ENTRIES.contains(head) ? rest.stream().findFirst() : Optional.empty();
  }

  /** What it names; words that are neither a service nor a country are passed over. */
  Mentions mentions(LetterDesk letters) {
    return new Mentions(
        rest.stream()
            .map(word -> word.toUpperCase(Locale.ROOT))
            .filter(code -> letters.jurisdiction(code).isPresent())
            .findFirst(),
        rest.stream()
            .map(word -> word.toLowerCase(Locale.ROOT))
            .filter(id -> letters.service(id).isPresent())
            .distinct()
            .toList());
  }

  /** Hides it: it is typed by whoever makes the link. */
  @Override
  public String toString() {
    return "DeepLink";
  }
}
