package bot.optout.conversation;

import bot.optout.letter.Detail;
import bot.optout.letter.Draft;
import bot.optout.letter.Question;
import bot.optout.letter.Reason;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads typed answers to the open question. Empty means: this text is no answer to it. */
final class DraftAnswers {
  static final int MAX_NAME = 100;
  static final int MAX_EMAIL = 254;
  static final int MAX_ACCOUNT = 300;
  static final int MAX_OWN_WORDS = 1_000;
  private static final int WORDS_OF_A_REASON = 5;
  private static final int WORDS_OF_A_SENTENCE = 3;
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");

  private DraftAnswers() {}

  static Optional<Transition> read(Heard heard, Drafting state, Scene scene) {
    if (declines(heard, state)) {
      Optional<Transition> skipped = skip(state, scene);
      if (skipped.isPresent()) {
        return skipped;
      }
    }
    return switch (state.asking()) {
      case COUNTRY, SERVICES -> Optional.empty();
      case REASON -> reason(heard, state, scene);
      case OWN_WORDS -> ownWords(heard, state, scene);
      case OWN_WORDS_CHECK -> OwnWordsCheck.typed(heard, state, scene);
      case GROUNDS -> grounds(heard, state, scene);
      case NAME ->
          shortText(heard, MAX_NAME).map(text -> done(state.draft().named(text), state, scene));
      case EMAIL -> email(heard).map(text -> done(state.draft().reachedAt(text), state, scene));
      case ACCOUNT ->
          shortText(heard, MAX_ACCOUNT)
              .map(text -> done(state.draft().withAccount(text), state, scene));
    };
  }

  /** A "no" says no to what is asked for, except where it answers "shall it stay in?". */
  private static boolean declines(Heard heard, Drafting state) {
    return heard.means(Wish.SKIP)
        || (heard.means(Wish.NO) && state.asking() != Question.OWN_WORDS_CHECK);
  }

  private static Optional<Transition> skip(Drafting state, Scene scene) {
    Draft draft = state.draft();
    return switch (state.asking()) {
      case COUNTRY, SERVICES -> Optional.empty();
      case REASON, GROUNDS, OWN_WORDS, OWN_WORDS_CHECK ->
          Optional.of(done(draft.because(new Reason.None()), state, scene));
      case NAME -> Optional.of(done(draft.named(Detail.PLACEHOLDER), state, scene));
      case EMAIL -> Optional.of(done(draft.reachedAt(Detail.PLACEHOLDER), state, scene));
      case ACCOUNT -> Optional.of(done(draft.withAccount(Detail.PLACEHOLDER), state, scene));
    };
  }

  /**
   * A place or services, where they are asked for: naming some is the whole answer, also where a
   * button would pick one of several. A question that happens to name one is still a question.
   */
  static Optional<Transition> named(Heard heard, Drafting state, Scene scene) {
    boolean named =
        switch (state.asking()) {
          case COUNTRY -> heard.mentions().place().isPresent();
          case SERVICES -> !heard.mentions().services().isEmpty() || heard.mentions().child();
          default -> false;
        };
    return named && !heard.question()
        ? Optional.of(done(Corrections.apply(heard.mentions(), state.draft()), state, scene))
        : Optional.empty();
  }

  /**
   * Somebody who tells their story at once has chosen their own words, if they say that it is one.
   */
  private static Optional<Transition> reason(Heard heard, Drafting state, Scene scene) {
    return told(heard, WORDS_OF_A_REASON, OwnWordsCheck.unasked(heard.text(), scene), state, scene);
  }

  /** Instead of the words under question. */
  static Optional<Transition> otherWords(Heard heard, Drafting state, Scene scene) {
    return told(
        heard, WORDS_OF_A_SENTENCE, OwnWordsCheck.unasked(heard.text(), scene), state, scene);
  }

  private static Optional<Transition> ownWords(Heard heard, Drafting state, Scene scene) {
    return told(heard, WORDS_OF_A_SENTENCE, OwnWordsCheck.asked(heard.text(), scene), state, scene);
  }

  private static Optional<Transition> told(
      Heard heard, int words, Reason.OwnWords reason, Drafting state, Scene scene) {
    if (heard.question() || heard.text().split("\\s+").length < words) {
      return Optional.empty();
    }
    return Optional.of(
        heard.text().length() > MAX_OWN_WORDS
            ? state.again(scene, scene.say(Phrase.WORDS_TOO_LONG, "max", MAX_OWN_WORDS))
            : done(state.draft().because(reason), state, scene));
  }

  /**
   * Reasons named in the person's own words are picked too; the person then says that these are
   * all.
   */
  private static Optional<Transition> grounds(Heard heard, Drafting state, Scene scene) {
    List<String> named =
        heard.question() ? List.of() : scene.script().letters().groundsIn(heard.text());
    if (named.isEmpty()) {
      return Optional.empty();
    }
    List<String> picked =
        Stream.concat(state.draft().picked().stream(), named.stream()).distinct().toList();
    return Optional.of(
        picked.size() > Draft.MAX_GROUNDS
            ? state.again(scene, scene.say(Phrase.ENOUGH_GROUNDS, "max", Draft.MAX_GROUNDS))
            : done(state.draft().because(new Reason.Picked(picked, false)), state, scene));
  }

  private static Optional<Detail> shortText(Heard heard, int max) {
    return heard.question() || heard.means(Wish.YES) || heard.text().length() > max
        ? Optional.empty()
        : Optional.of(new Detail(oneLine(heard.text())));
  }

  private static Optional<Detail> email(Heard heard) {
    return heard.text().length() <= MAX_EMAIL && EMAIL.matcher(heard.text()).matches()
        ? Optional.of(new Detail(heard.text()))
        : Optional.empty();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static Transition done(Draft draft, Drafting state, Scene scene) {
    return DraftSteps.onTo(draft, Optional.of(state.asking()), scene);
  }
}
