package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.cases.Pending;
import bot.optout.cases.Reminder;
import bot.optout.cases.Reminders;
import bot.optout.message.Message;
import java.time.LocalDate;
import java.util.Map;

/** What a reminder says, wherever the conversation stands when it becomes due. */
final class CaseReminders {
  private CaseReminders() {}

  static Transition say(String id, Reminder.Purpose purpose, State state, Scene scene) {
    return scene
        .followed(id)
        .filter(one -> Reminders.isRight(one, purpose, scene.now(), scene.zoneOf(one)))
        .map(one -> say(one, purpose, state, scene))
        // The person has acted since: nothing is to be said.
        .orElseGet(() -> Transition.to(state, scene.context()));
  }

  private static Transition say(Case one, Reminder.Purpose purpose, State state, Scene scene) {
    Case told = one.told(purpose, LocalDate.ofInstant(scene.now(), scene.zoneOf(one)));
    return said(told, purpose, state, scene.following(told)).causing(new Effect.KeepCase(told));
  }

  private static Transition said(Case one, Reminder.Purpose purpose, State state, Scene scene) {
    if (CaseSignposts.isBusy(state)) {
      return state.aside(scene, brief(one, purpose, scene));
    }
    return purpose == Reminder.Purpose.SENT
        ? new AskingSent(one.id()).enter(scene)
        : new Nudging(one.id(), purpose).enter(scene);
  }

  /** In the middle of something else: only the fact, and what can be done without leaving it. */
  private static Message brief(Case one, Reminder.Purpose purpose, Scene scene) {
    String said =
        purpose == Reminder.Purpose.SENT
            ? scene.say(
                Phrase.NUDGE_SENT_BRIEFLY,
                Map.of(
                    "services", CaseWords.services(one, scene),
                    "letter",
                        CaseWords.letter(
                            one.pending().map(Pending::letter).orElse(one.asks()), scene)))
            : scene.say(
                purpose == Reminder.Purpose.TOMORROW
                    ? Phrase.NUDGE_TOMORROW_BRIEFLY
                    : Phrase.NUDGE_PASSED_BRIEFLY,
                Map.of(
                    "services", CaseWords.services(one, scene),
                    "date", one.due().map(due -> scene.date(due.day())).orElse("")));
    return Message.of(said)
        .offering(CaseWays.of(one, CaseWays.SNOOZE, Phrase.CHOOSE_SNOOZE, scene));
  }
}
