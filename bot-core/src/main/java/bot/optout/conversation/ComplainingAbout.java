package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.letter.Authority;
import bot.optout.letter.LetterKind;
import bot.optout.letter.ReplyKind;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a complaint still needs to know, one question at a time. */
record ComplainingAbout(String id, Step step) implements OneCaseState {
  static final String TAG = "complaint";
  static final String NOTHING = "complain:nothing";
  static final String REFUSED = "complain:refused";
  static final String OTHER = "complain:other";
  static final String COMPANY = "complain:company";
  static final String AUTHORITY = "complain:authority";
  static final String AT = "complain:at:";

  /** More authorities than that are asked for by the country. */
  private static final int MOST_BUTTONS = 20;

  /** The open question. The names are a stored format. */
  enum Step {
    WHAT_CAME,
    /** The company once more, or the authority. */
    WHOM,
    /** In which country or part of it. */
    WHERE
  }

  static ComplainingAbout from(Saved saved) {
    String kept = saved.field("step").orElse("");
    return new ComplainingAbout(
        saved.field("case").orElse(""),
        Stream.of(Step.values())
            .filter(step -> step.name().toLowerCase(Locale.ROOT).equals(kept))
            .findFirst()
            .orElse(Step.WHAT_CAME));
  }

  @Override
  public Optional<Saved> saved() {
    return Optional.of(
        new Saved(TAG, 1, Map.of("case", id, "step", step.name().toLowerCase(Locale.ROOT))));
  }

  @Override
  public Message prompt(Scene scene) {
    return CaseState.about(id, scene, one -> question(one, scene));
  }

  private Message question(Case one, Scene scene) {
    return switch (step) {
      case WHAT_CAME ->
          Message.of(
                  scene.say(Phrase.COMPLAINT_WHAT_CAME, "company", CaseWords.company(one, scene)))
              .offering(
                  Ways.of(scene, NOTHING, Phrase.CHOOSE_NOTHING_CAME),
                  Ways.of(scene, REFUSED, Phrase.CHOOSE_A_REFUSAL),
                  Ways.of(scene, OTHER, Phrase.CHOOSE_SOMETHING_ELSE),
                  Ways.of(scene, Signposts.BACK, Phrase.CHOOSE_BACK));
      case WHOM ->
          Message.of(scene.say(Phrase.COMPLAINT_WHOM))
              .offering(
                  Ways.of(scene, COMPANY, Phrase.CHOOSE_WRITE_COMPANY_COMPLAINT),
                  Ways.of(scene, AUTHORITY, Phrase.CHOOSE_AUTHORITY),
                  Ways.of(scene, Signposts.BACK, Phrase.CHOOSE_BACK));
      case WHERE -> where(one, scene);
    };
  }

  private static Message where(Case one, Scene scene) {
    Map<String, String> lands = scene.script().letters().lands(one.place());
    List<Choice> ways = new ArrayList<>();
    if (lands.isEmpty()) {
      List<Authority> all = Complaints.authorities(one, Optional.empty(), scene);
      if (all.size() <= MOST_BUTTONS) {
        all.forEach(
            authority ->
                ways.add(new Choice(AT + authority.id(), Ways.shortened(authority.name()))));
      }
    } else {
      lands.entrySet().stream()
          .sorted(Map.Entry.comparingByValue())
          .forEach(land -> ways.add(new Choice(AT + land.getKey(), land.getValue())));
    }
    ways.add(Ways.of(scene, Signposts.BACK, Phrase.CHOOSE_BACK));
    return Message.of(scene.say(lands.isEmpty() ? Phrase.COMPLAINT_COUNTRY : Phrase.COMPLAINT_LAND))
        .offering(ways);
  }

  @Override
  public Optional<Transition> onChoice(String choice, Scene scene) {
    return scene.followed(id).flatMap(one -> onChoice(choice, one, scene));
  }

  private Optional<Transition> onChoice(String choice, Case one, Scene scene) {
    return switch (step) {
      case WHAT_CAME -> came(choice, one, scene);
      case WHOM ->
          choice.equals(COMPANY)
              ? Optional.of(
                  CaseLetters.begin(one, LetterKind.COMPANY_COMPLAINT, Optional.empty(), scene))
              : choice.equals(AUTHORITY)
                  ? Optional.of(Complaints.authority(one, scene))
                  : Optional.empty();
      case WHERE ->
          choice.startsWith(AT) ? at(choice.substring(AT.length()), one, scene) : Optional.empty();
    };
  }

  private static Optional<Transition> came(String choice, Case one, Scene scene) {
    return switch (choice) {
      case NOTHING -> Optional.of(Complaints.whom(one, scene));
      case REFUSED -> {
        Case refused = CaseSteps.after(one, CaseSteps.Outcome.of(ReplyKind.REFUSED), scene);
        yield Optional.of(
            Complaints.whom(refused, scene.following(refused))
                .causing(new Effect.KeepCase(refused)));
      }
      case OTHER -> Optional.of(new AwaitingReply(one.id()).enter(scene));
      default -> Optional.empty();
    };
  }

  private static Optional<Transition> at(String code, Case one, Scene scene) {
    return Complaints.authorities(one, Optional.empty(), scene).stream()
        .filter(
            authority ->
                authority.id().equals(code) || authority.land().filter(code::equals).isPresent())
        .findFirst()
        .map(authority -> Complaints.write(one, authority, scene));
  }

  @Override
  public Optional<Transition> typed(Heard heard, Scene scene) {
    if (step == Step.WHAT_CAME && (heard.means(Wish.NO) || heard.means(Wish.SKIP))) {
      return onChoice(NOTHING, scene);
    }
    return step == Step.WHERE && !heard.question()
        ? heard
            .mentions()
            .place()
            .flatMap(place -> scene.followed(id).flatMap(one -> in(place, one, scene)))
        : Optional.empty();
  }

  /** The person names their country, which the case knew only as a part of the world. */
  private static Optional<Transition> in(String place, Case one, Scene scene) {
    boolean same =
        scene
            .script()
            .letters()
            .jurisdiction(place)
            .equals(scene.script().letters().jurisdiction(one.place()));
    if (!same || place.equals(one.place())) {
      return Optional.empty();
    }
    Case there = one.livingIn(place);
    return Optional.of(
        Complaints.authority(there, scene.following(there)).causing(new Effect.KeepCase(there)));
  }

  @Override
  public Phrase hint() {
    return step == Step.WHERE ? Phrase.NOT_A_PLACE_OF_AUTHORITY : Phrase.WHERE_WE_WERE;
  }

  @Override
  public Transition back(Scene scene) {
    return new OnCase(id).enter(scene);
  }
}
