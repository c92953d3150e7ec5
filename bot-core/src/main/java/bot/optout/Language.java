package bot.optout;

import bot.optout.content.Content;
import bot.optout.conversation.Context;
import bot.optout.conversation.State;
import bot.optout.conversation.Tongue;
import bot.optout.message.ChoiceIds;
import bot.optout.store.Snapshot;
import java.util.Map;
import java.util.Optional;

/**
 * In which language a turn is held: the one the person chooses or has chosen, else the one they
 * write in, else the one they wrote in before, else the platform's code, else the default.
 *
 * @param written the language of this text, where it can be told and is spoken
 * @param apology what to say to a text in a language that is not spoken
 */
record Language(String tag, Optional<String> written, Optional<String> apology) {
  static Language of(
      Incoming incoming, Snapshot seen, Context context, State state, Content known) {
    Optional<String> chosen = choice(incoming.input(), known).or(seen::language);
    if (chosen.isPresent()) {
      return new Language(chosen.get(), Optional.empty(), Optional.empty());
    }
    String expected =
        context
            .language()
            .or(() -> incoming.locale().flatMap(known::closest))
            .orElse(known.defaultLanguage());
    return text(incoming.input())
        .map(text -> told(text, expected, state.awaitsQuestion(), known))
        .orElseGet(() -> new Language(expected, Optional.empty(), Optional.empty()));
  }

  /**
   * The language of a text.
   *
   * @param expected its tag, if the text does not tell
   * @param question whether it can be nothing but a question
   */
  static Language told(String text, String expected, boolean question, Content known) {
    Optional<Tongue> tongue = known.tongues().of(text);
    Optional<String> written =
        tongue
            .map(told -> told.language().toLanguageTag())
            .or(() -> question ? known.toldByWords(text, expected) : Optional.empty())
            .filter(tag -> known.languages().contains(tag));
    // Only what is not to be expected anyway is worth remembering.
    return new Language(
        written.orElse(expected),
        written.filter(tag -> !tag.equals(expected)),
        question ? tongue.flatMap(foreign -> apology(foreign, known)) : Optional.empty());
  }

  /** A press on a language is answered in that language at once. */
  private static Optional<String> choice(Input input, Content known) {
    return input instanceof Input.Pressed pressed && pressed.choice().startsWith(ChoiceIds.LANGUAGE)
        ? Optional.of(pressed.choice().substring(ChoiceIds.LANGUAGE.length()))
            .filter(tag -> known.languages().contains(tag))
        : Optional.empty();
  }

  private static Optional<String> text(Input input) {
    if (input instanceof Input.Said said) {
      return Optional.of(said.text());
    }
    return input instanceof Input.Edited edited ? Optional.of(edited.text()) : Optional.empty();
  }

  private static Optional<String> apology(Tongue foreign, Content known) {
    return foreign
        .apology()
        .map(line -> line.fill(Map.of("languages", foreign.listed(known.locales()))));
  }
}
