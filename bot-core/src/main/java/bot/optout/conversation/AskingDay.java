package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.message.Message;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A day is asked for: of sending, or of arrival. */
record AskingDay(String id, Which which) implements OneCaseState {
  static final String TAG = "case-day";
  static final String TODAY = "day:today";
  static final String YESTERDAY = "day:yesterday";

  /** Which day. The names are a stored format. */
  enum Which {
    /** Of the pending letter. */
    SENDING,
    /** Of the first letter, to correct it. */
    SENT,
    RECEIVED;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static AskingDay from(Saved saved) {
    String kept = saved.field("which").orElse("");
    return new AskingDay(
        saved.field("case").orElse(""),
        Stream.of(Which.values())
            .filter(which -> which.key().equals(kept))
            .findFirst()
            .orElse(Which.SENDING));
  }

  @Override
  public Optional<Saved> saved() {
    return Optional.of(new Saved(TAG, 1, Map.of("case", id, "which", which.key())));
  }

  @Override
  public Message prompt(Scene scene) {
    return CaseState.about(
        id,
        scene,
        one ->
            Message.of(
                    scene.say(
                        which == Which.RECEIVED ? Phrase.ASK_DAY_RECEIVED : Phrase.ASK_DAY_SENT,
                        "date",
                        scene.date(scene.today().minusDays(2))))
                .offering(
                    Ways.of(scene, TODAY, Phrase.CHOOSE_TODAY),
                    Ways.of(scene, YESTERDAY, Phrase.CHOOSE_YESTERDAY),
                    Ways.of(scene, Signposts.BACK, Phrase.CHOOSE_BACK)));
  }

  @Override
  public Optional<Transition> typed(Heard heard, Scene scene) {
    return Days.read(heard.text(), scene).map(day -> on(day, scene));
  }

  @Override
  public Optional<Transition> onChoice(String choice, Scene scene) {
    return switch (choice) {
      case TODAY -> Optional.of(on(scene.today(), scene));
      case YESTERDAY -> Optional.of(on(scene.today().minusDays(1), scene));
      default -> Optional.empty();
    };
  }

  Transition on(LocalDate day, Scene scene) {
    if (day.isAfter(scene.today())) {
      return again(scene, scene.say(Phrase.DAY_TO_COME, "date", scene.date(day)));
    }
    if (day.isBefore(scene.today().minusYears(1))) {
      return again(scene, scene.say(Phrase.DAY_TOO_LONG_AGO, "date", scene.date(day)));
    }
    return scene
        .followed(id)
        .map(one -> noted(one, day, scene))
        .orElseGet(() -> new ListingCases().enter(scene, scene.say(Phrase.CASE_GONE)));
  }

  private Transition noted(Case one, LocalDate day, Scene scene) {
    return switch (which) {
      case SENDING -> CaseSteps.sent(one, day, scene);
      case SENT ->
          CaseSteps.change(
              one.sentOn(day, CaseLetters.rule(one, one.asks(), scene)),
              scene,
              scene.say(Phrase.DAY_CORRECTED, "date", scene.date(day)));
      case RECEIVED ->
          CaseSteps.change(
              one.receivedOn(day, CaseLetters.rule(one, one.asks(), scene)),
              scene,
              scene.say(Phrase.DAY_CORRECTED, "date", scene.date(day)));
    };
  }

  @Override
  public Phrase hint() {
    return Phrase.NOT_A_DAY;
  }

  @Override
  public Transition back(Scene scene) {
    return which == Which.SENDING ? new AskingSent(id).enter(scene) : new OnCase(id).enter(scene);
  }
}
