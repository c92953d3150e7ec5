package bot.optout;

import bot.optout.cases.Case;
import bot.optout.cases.Reminder;
import bot.optout.cases.Reminders;
import bot.optout.cases.Zones;
import bot.optout.conversation.Event;
import bot.optout.store.ClaimedEvent;
import bot.optout.store.NewEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A case's reminders as due events of the inbox, one of each purpose. */
final class CaseTimers {
  private static final String PREFIX = "case:";

  private CaseTimers() {}

  /** What the names of all due events of a case begin with. */
  static String prefix(String id) {
    return PREFIX + id + ":";
  }

  /** The reminders that are still to come. */
  static List<Reminder> ahead(Case one, Optional<ZoneId> zone, Instant now) {
    return Reminders.of(one, zone.orElseGet(() -> Zones.of(one.place()))).stream()
        .filter(reminder -> reminder.at().isAfter(now))
        .toList();
  }

  static String name(Case one, Reminder.Purpose purpose) {
    return prefix(one.id()) + purpose.key();
  }

  /** The reminder a due event is; empty if it is something else. */
  static Optional<Event.Reminded> reminder(String name) {
    String[] parts = name.split(":", -1);
    return name.startsWith(PREFIX) && parts.length == 3
        ? Reminder.Purpose.of(parts[2]).map(purpose -> new Event.Reminded(parts[1], purpose))
        : Optional.empty();
  }

  /** When a reminder that became due may be said, if that is later: nobody is woken by one. */
  static Optional<Instant> postponed(Incoming incoming, List<Case> cases, Instant now) {
    if (!(incoming.input() instanceof Input.Elapsed elapsed)) {
      return Optional.empty();
    }
    return reminder(elapsed.name())
        .flatMap(due -> cases.stream().filter(one -> one.id().equals(due.id())).findFirst())
        .flatMap(one -> Reminders.afterTheNight(now, zone(incoming, one)));
  }

  private static ZoneId zone(Incoming incoming, Case one) {
    return incoming.zone().flatMap(Zones::named).orElseGet(() -> Zones.of(one.place()));
  }

  /** The same event, later. */
  static NewEvent again(Incoming incoming, ClaimedEvent event, Instant at) {
    Input.Elapsed elapsed = (Input.Elapsed) incoming.input();
    return new NewEvent(elapsed.name(), event.conversation(), event.payload(), at);
  }
}
