package bot.optout.cases;

import bot.optout.letter.LetterKind;
import bot.optout.letter.ReplyKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What changes between one case and the next; lives only inside a method of {@link Case}. */
final class CaseEdit {
  private final Case before;
  private final List<CaseEntry> timeline;
  private final List<Evidence> evidence;
  String place;
  CaseStatus status;
  Optional<Pending> pending;
  Optional<LetterKind> last;
  Optional<LocalDate> sent;
  Optional<LocalDate> received;
  Optional<Due> due;
  Optional<LocalDate> answered;
  Optional<ReplyKind> reply;
  List<String> confirmed;
  boolean reminders;
  Optional<LocalDate> snoozed;
  Optional<Told> told;
  Optional<Kept> kept;
  Optional<LocalDate> ended;

  CaseEdit(Case before) {
    this.before = before;
    this.timeline = new ArrayList<>(before.timeline());
    this.evidence = new ArrayList<>(before.evidence());
    this.place = before.place();
    this.status = before.status();
    this.pending = before.pending();
    this.last = before.last();
    this.sent = before.sent();
    this.received = before.received();
    this.due = before.due();
    this.answered = before.answered();
    this.reply = before.reply();
    this.confirmed = before.confirmed();
    this.reminders = before.reminders();
    this.snoozed = before.snoozed();
    this.told = before.told();
    this.kept = before.kept();
    this.ended = before.ended();
  }

  void add(CaseEntry entry) {
    timeline.add(entry);
  }

  void prove(Evidence proof) {
    evidence.add(proof);
  }

  /** The first letter went out on another day than was said before. */
  void correctSent(LocalDate day) {
    for (int i = 0; i < timeline.size(); i++) {
      CaseEntry entry = timeline.get(i);
      if (entry.what() == CaseEntry.What.SENT
          && entry.letter().filter(before.asks()::equals).isPresent()) {
        timeline.set(i, CaseEntry.of(day, CaseEntry.What.SENT, before.asks()));
      }
    }
  }

  /** Confirmed for these services; none named means all. */
  void confirm(List<String> about) {
    Set<String> all = new LinkedHashSet<>(before.confirmed());
    all.addAll(about.isEmpty() ? before.services() : about);
    all.retainAll(before.services());
    confirmed = List.copyOf(all);
    status = confirmed.containsAll(before.services()) ? CaseStatus.CONFIRMED : CaseStatus.PARTLY;
  }

  void acknowledge() {
    if (status == CaseStatus.SENT) {
      status = CaseStatus.ACKNOWLEDGED;
    }
  }

  /** The letter came back: it is with the person again. */
  void returned(LocalDate day) {
    LetterKind letter = before.last().orElse(before.asks());
    pending = Optional.of(new Pending(letter, day));
    due = Optional.empty();
    if (letter == before.asks()) {
      status = CaseStatus.DRAFTED;
      sent = Optional.empty();
      received = Optional.empty();
    }
  }

  /** Cases closed by older versions lost where they stood. */
  void standAgain() {
    if (status == CaseStatus.CLOSED) {
      status = sent.isPresent() ? CaseStatus.SENT : CaseStatus.DRAFTED;
    }
  }

  Case done() {
    return new Case(
        before.id(),
        before.opened(),
        place,
        before.services(),
        before.company(),
        before.asks(),
        status,
        pending,
        last,
        sent,
        received,
        due,
        answered,
        reply,
        confirmed,
        reminders,
        snoozed,
        told,
        newest(timeline),
        newest(evidence),
        kept,
        ended);
  }

  private static <T> List<T> newest(List<T> all) {
    return all.subList(Math.max(0, all.size() - Case.MOST_ENTRIES), all.size());
  }
}
