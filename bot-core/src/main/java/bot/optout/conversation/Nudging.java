package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.cases.CaseEntry;
import bot.optout.cases.Due;
import bot.optout.cases.NextStep;
import bot.optout.cases.Reminder;
import bot.optout.letter.Deadline;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A reminder about a term was said, and the person may answer it. */
record Nudging(String id, Reminder.Purpose purpose) implements OneCaseState {
  static final String TAG = "case-nudge";

  static Nudging from(Saved saved) {
    return new Nudging(
        saved.field("case").orElse(""),
        saved.field("purpose").flatMap(Reminder.Purpose::of).orElse(Reminder.Purpose.PASSED));
  }

  @Override
  public Optional<Saved> saved() {
    return Optional.of(new Saved(TAG, 1, Map.of("case", id, "purpose", purpose.key())));
  }

  @Override
  public Message prompt(Scene scene) {
    return CaseState.about(
        id, scene, one -> Message.of(words(one, purpose, scene)).offering(ways(one, scene)));
  }

  static String words(Case one, Reminder.Purpose purpose, Scene scene) {
    Optional<Due> due = one.due();
    Optional<String> provision =
        CaseLetters.rule(one, one.last().orElse(one.asks()), scene)
            .flatMap(Deadline.Rule::provision)
            .filter(law -> due.filter(Nudging::isLaw).isPresent());
    return scene.say(
        purpose == Reminder.Purpose.TOMORROW ? Phrase.NUDGE_TOMORROW : Phrase.NUDGE_PASSED,
        Map.of(
            "services", CaseWords.services(one, scene),
            "letter", CaseWords.letter(one.last().orElse(one.asks()), scene),
            "sent", lastSent(one).map(scene::date).orElse(""),
            "date", due.map(Due::day).map(scene::date).orElse(""),
            "today", due.map(Due::day).filter(scene.today()::equals).isPresent(),
            "provision", provision.orElse(""),
            "has_provision", provision.isPresent(),
            "company", CaseWords.company(one, scene)));
  }

  private static Optional<LocalDate> lastSent(Case one) {
    return one.timeline().stream()
        .filter(entry -> entry.what() == CaseEntry.What.SENT)
        .map(CaseEntry::day)
        .reduce((first, second) -> second);
  }

  private static boolean isLaw(Due due) {
    return due.basis() == Due.Basis.LAW || due.basis() == Due.Basis.LAW_EXTENDED;
  }

  private List<Choice> ways(Case one, Scene scene) {
    List<Choice> ways = new ArrayList<>();
    ways.add(CaseWays.of(one, CaseWays.ANSWERED, Phrase.CHOOSE_YES_PASTE, scene));
    if (purpose == Reminder.Purpose.PASSED) {
      NextStep step = NextStep.of(one, scene.today());
      step.letter()
          .filter(kind -> CaseLetters.possible(one, kind, scene))
          .ifPresent(kind -> ways.add(CaseWays.write(one, kind, scene)));
      if (step.what() == NextStep.What.COMPLAIN && Complaints.possible(one, scene)) {
        ways.add(CaseWays.of(one, CaseWays.COMPLAIN, Phrase.CHOOSE_COMPLAIN, scene));
      }
      ways.add(CaseWays.of(one, CaseWays.SNOOZE, Phrase.CHOOSE_SNOOZE, scene));
    }
    ways.add(CaseWays.of(one, CaseWays.QUIET, Phrase.CHOOSE_QUIET, scene));
    ways.add(CaseWays.of(one, "", Phrase.CHOOSE_OPEN_CASE, scene));
    return ways;
  }

  @Override
  public Optional<Transition> typed(Heard heard, Scene scene) {
    if (heard.means(Wish.YES)) {
      return Optional.of(new AwaitingReply(id).enter(scene));
    }
    if (heard.means(Wish.NO)) {
      return scene.followed(id).map(one -> no(one, scene));
    }
    return heard.means(Wish.SKIP)
        ? scene.followed(id).map(one -> press(CaseWays.id(one, CaseWays.SNOOZE), scene))
        : Optional.empty();
  }

  /** No answer has come: on to the next letter, or, while there is time, nothing. */
  private Transition no(Case one, Scene scene) {
    Optional<Choice> next =
        ways(one, scene).stream()
            .filter(
                way ->
                    way.id().startsWith(CaseWays.id(one, CaseWays.WRITE))
                        || way.id().equals(CaseWays.id(one, CaseWays.COMPLAIN)))
            .findFirst();
    return next.map(way -> press(way.id(), scene))
        .orElseGet(() -> new OnCase(id).enter(scene, scene.say(Phrase.NOTHING_TO_DO_YET)));
  }

  @Override
  public Phrase hint() {
    return Phrase.WHERE_WE_WERE;
  }

  @Override
  public Transition elsewhere(Heard heard, Scene scene) {
    return new Idle().onSaid(heard, scene);
  }

  @Override
  public Transition back(Scene scene) {
    return new OnCase(id).enter(scene);
  }
}
