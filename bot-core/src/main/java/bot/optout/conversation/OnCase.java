package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One case is open before the person. */
record OnCase(String id, Page page) implements OneCaseState {
  static final String TAG = "case";

  /** What of it is shown. The names are a stored format. */
  enum Page {
    CARD,
    MORE,
    OUTCOMES,
    DATES
  }

  OnCase(String id) {
    this(id, Page.CARD);
  }

  static OnCase from(Saved saved) {
    String kept = saved.field("page").orElse("card");
    return new OnCase(
        saved.field("case").orElse(""),
        Stream.of(Page.values())
            .filter(page -> page.name().toLowerCase(Locale.ROOT).equals(kept))
            .findFirst()
            .orElse(Page.CARD));
  }

  @Override
  public Optional<Saved> saved() {
    return Optional.of(
        new Saved(TAG, 1, Map.of("case", id, "page", page.name().toLowerCase(Locale.ROOT))));
  }

  @Override
  public Message prompt(Scene scene) {
    return CaseState.about(id, scene, one -> page(one, scene));
  }

  private Message page(Case one, Scene scene) {
    String name = CaseWords.name(one, scene);
    return switch (page) {
      case CARD -> CaseCard.of(one, scene);
      case MORE ->
          Message.of(scene.say(Phrase.CASE_MORE, "name", name)).offering(CaseWays.more(one, scene));
      case OUTCOMES ->
          Message.of(scene.say(Phrase.CASE_OUTCOMES, "name", name))
              .offering(CaseCard.outcomes(one, scene));
      case DATES ->
          Message.of(CaseCard.standing(one, scene) + " " + scene.say(Phrase.CASE_DATES))
              .offering(dates(one, scene));
    };
  }

  private static List<Choice> dates(Case one, Scene scene) {
    return List.of(
        CaseWays.of(one, CaseWays.DAY_SENT, Phrase.CHOOSE_DAY_SENT, scene),
        CaseWays.of(one, CaseWays.DAY_RECEIVED, Phrase.CHOOSE_DAY_RECEIVED, scene),
        CaseWays.of(one, "", Phrase.CHOOSE_BACK_TO_CASE, scene));
  }

  /** A day is that of sending: of the letter at hand, or a better one for the first. */
  @Override
  public Optional<Transition> typed(Heard heard, Scene scene) {
    return page == Page.CARD
        ? Days.read(heard.text(), scene)
            .flatMap(
                day -> scene.followed(id).map(one -> new AskingDay(id, which(one)).on(day, scene)))
        : Optional.empty();
  }

  private static AskingDay.Which which(Case one) {
    return one.pending().isEmpty() && one.sent().isPresent()
        ? AskingDay.Which.SENT
        : AskingDay.Which.SENDING;
  }

  @Override
  public Phrase hint() {
    return Phrase.ASK_AWAY;
  }

  @Override
  public Transition elsewhere(Heard heard, Scene scene) {
    return new Idle().onSaid(heard, scene);
  }

  @Override
  public Transition back(Scene scene) {
    return page == Page.CARD ? new ListingCases().enter(scene) : new OnCase(id).enter(scene);
  }
}
