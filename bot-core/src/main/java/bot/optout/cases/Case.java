package bot.optout.cases;

import bot.optout.letter.Deadline;
import bot.optout.letter.LetterKind;
import bot.optout.letter.ReplyKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One letter to one company and what became of it. Immutable; the names of its parts are a stored
 * format. {@code toString} shows the id and the status only.
 *
 * @param id 1 to 10 lower case letters and digits, never used again for the same person
 * @param place code of the country or jurisdiction
 * @param services ids, what the letter is about
 * @param company whom it went to; empty where the facts name nobody
 * @param asks what the first letter asks for
 * @param status as reported; {@link #status(LocalDate)} also knows what is overdue or closed
 * @param pending the newest letter, until the person says that they sent it
 * @param last the letter sent last
 * @param sent when the first letter was sent
 * @param received when it arrived, as far as known the day it was sent
 * @param answered when the last reply came
 * @param reply what the last reply said
 * @param confirmed services for which the company confirmed
 * @param reminders false: the person wants none
 * @param snoozed no reminder before that day
 * @param told the reminder that was said last
 * @param timeline oldest first, at most {@link #MOST_ENTRIES}
 * @param kept what the person wanted kept; empty: nothing they typed is here
 * @param ended when the person closed it; empty: it is open
 */
public record Case(
    String id,
    LocalDate opened,
    String place,
    List<String> services,
    String company,
    LetterKind asks,
    CaseStatus status,
    Optional<Pending> pending,
    Optional<LetterKind> last,
    Optional<LocalDate> sent,
    Optional<LocalDate> received,
    Optional<Due> due,
    Optional<LocalDate> answered,
    Optional<ReplyKind> reply,
    List<String> confirmed,
    boolean reminders,
    Optional<LocalDate> snoozed,
    Optional<Told> told,
    List<CaseEntry> timeline,
    List<Evidence> evidence,
    Optional<Kept> kept,
    Optional<LocalDate> ended) {
  /** More than anybody needs; older ones give way. */
  static final int MOST_ENTRIES = 60;

  /** A person follows at most so many cases at once. */
  public static final int MOST_CASES = 20;

  public Case {
    services = List.copyOf(services);
    confirmed = List.copyOf(confirmed);
    timeline = List.copyOf(timeline);
    evidence = List.copyOf(evidence);
  }

  /** A case that begins with a letter the person is about to get. */
  public static Case open(
      String id,
      LocalDate today,
      String place,
      List<String> services,
      String company,
      LetterKind asks) {
    return new Case(
        id,
        today,
        place,
        services,
        company,
        asks,
        CaseStatus.DRAFTED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        true,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** The status today: waiting turns into overdue when the day is over. */
  public CaseStatus status(LocalDate today) {
    if (isClosed()) {
      return CaseStatus.CLOSED;
    }
    return status.waits() && due.filter(day -> today.isAfter(day.day())).isPresent()
        ? CaseStatus.OVERDUE
        : status;
  }

  public boolean isClosed() {
    return ended.isPresent();
  }

  /** Whether a reply came that decides something, not only a receipt. */
  public boolean answeredInSubstance() {
    return reply
        .filter(
            kind ->
                switch (kind) {
                  case CONFIRMED,
                      PARTLY_GRANTED,
                      ASKS_FOR_MORE,
                      ID_DEMANDED,
                      REFUSED,
                      NO_DATA_FOUND ->
                      true;
                  default -> false;
                })
        .isPresent();
  }

  /** The services of which the company has not confirmed anything. */
  public List<String> unconfirmed() {
    return services.stream().filter(id -> !confirmed.contains(id)).toList();
  }

  /** The person has this letter now. */
  public Case taking(LetterKind letter, String text, LocalDate today) {
    CaseEdit edit = new CaseEdit(this);
    edit.pending = Optional.of(new Pending(letter, today));
    edit.snoozed = Optional.empty();
    edit.add(CaseEntry.of(today, CaseEntry.What.WRITTEN, letter));
    edit.prove(Evidence.of(today, letter, text));
    edit.kept = kept.map(before -> before.with(new Kept.Text(today, letter, text)));
    return edit.done();
  }

  /** From now on the details and the letters are kept; later letters need not ask for them. */
  public Case keeping(Map<String, String> details) {
    CaseEdit edit = new CaseEdit(this);
    edit.kept =
        Optional.of(
            kept.map(before -> new Kept(details, before.texts(), before.quotes()))
                .orElseGet(() -> Kept.of(details)));
    return edit.done();
  }

  /** Nothing the person typed is kept any more. */
  public Case keepingNothing() {
    CaseEdit edit = new CaseEdit(this);
    edit.kept = Optional.empty();
    return edit.done();
  }

  /**
   * The person says that they sent the pending letter.
   *
   * @param rule the term of that letter; empty if no answer is to be waited for
   */
  public Case sent(LocalDate day, Optional<Deadline.Rule> rule) {
    LetterKind letter = pending.map(Pending::letter).orElse(asks);
    CaseEdit edit = new CaseEdit(this);
    edit.pending = Optional.empty();
    edit.last = Optional.of(letter);
    edit.snoozed = Optional.empty();
    edit.add(CaseEntry.of(day, CaseEntry.What.SENT, letter));
    edit.ended = Optional.empty();
    if (letter == asks) {
      edit.sent = Optional.of(day);
      edit.received = Optional.of(day);
    }
    edit.status = letter == LetterKind.COMPLAINT ? CaseStatus.COMPLAINED : CaseStatus.SENT;
    edit.due = Terms.due(letter, day, rule);
    return edit.done();
  }

  /** The pending letter will not be sent; the case stands where it stood. */
  public Case notSending() {
    CaseEdit edit = new CaseEdit(this);
    edit.pending = Optional.empty();
    return edit.done();
  }

  /** Corrects the day on which the first letter was sent, and with it the term. */
  public Case sentOn(LocalDate day, Optional<Deadline.Rule> rule) {
    CaseEdit edit = new CaseEdit(this);
    edit.sent = Optional.of(day);
    edit.received = Optional.of(day);
    edit.correctSent(day);
    edit.due = recounted(day, rule);
    return edit.done();
  }

  /** Corrects the day on which the first letter arrived. */
  public Case receivedOn(LocalDate day, Optional<Deadline.Rule> rule) {
    CaseEdit edit = new CaseEdit(this);
    edit.received = Optional.of(day);
    edit.due = recounted(day, rule);
    return edit.done();
  }

  /** The term of a later letter does not hang on when the first one arrived. */
  private Optional<Due> recounted(LocalDate day, Optional<Deadline.Rule> rule) {
    if (last.filter(letter -> letter != asks).isPresent()) {
      return due;
    }
    Optional<Due> first = Terms.due(asks, day, rule);
    return due.map(Due::basis).filter(Due.Basis.LAW_EXTENDED::equals).isPresent()
        ? rule.flatMap(known -> Terms.extended(day, known)).or(() -> first)
        : first;
  }

  /** When the law's own term for the first letter ends, whatever was written since. */
  public Optional<LocalDate> lawfulEnd(Optional<Deadline.Rule> rule) {
    boolean extended = timeline.stream().anyMatch(entry -> entry.what() == CaseEntry.What.EXTENDED);
    return received.flatMap(
        day ->
            (extended
                    ? rule.flatMap(known -> Terms.extended(day, known))
                    : Terms.due(asks, day, rule))
                .map(Due::day));
  }

  /** The person says what the company answered. */
  public Case answered(ReplyKind kind, LocalDate day, List<String> about) {
    CaseEdit edit = new CaseEdit(this);
    edit.snoozed = Optional.empty();
    edit.reply = Optional.of(kind);
    edit.answered = Optional.of(day);
    edit.add(CaseEntry.of(day, kind));
    switch (kind) {
      case CONFIRMED -> edit.confirm(about);
      case PARTLY_GRANTED -> edit.status = CaseStatus.PARTLY;
      case ASKS_FOR_MORE, ID_DEMANDED, NO_DATA_FOUND -> edit.status = CaseStatus.NEEDS_INFORMATION;
      case REFUSED -> edit.status = CaseStatus.REFUSED;
      case AUTOMATIC_RECEIPT -> edit.acknowledge();
      case UNDELIVERABLE -> edit.returned(day);
      case EXTENDED, NEWSLETTER, ANNOUNCEMENT, PHISHING, UNCLEAR -> {}
    }
    return edit.done();
  }

  /** The company took the extension that the law allows; empty if the law allows none now. */
  public Optional<Case> extended(LocalDate day, Optional<LocalDate> until, Deadline.Rule rule) {
    if (!mayBeExtended(day)) {
      return Optional.empty();
    }
    return Terms.extended(received.orElse(opened), rule)
        .map(
            longest -> {
              CaseEdit edit = new CaseEdit(this);
              edit.due = Optional.of(Terms.atMost(longest, until, day));
              edit.reply = Optional.of(ReplyKind.EXTENDED);
              edit.answered = Optional.of(day);
              edit.snoozed = Optional.empty();
              edit.add(CaseEntry.of(day, CaseEntry.What.EXTENDED));
              return edit.done();
            });
  }

  /** Once, and only while the first term runs. */
  private boolean mayBeExtended(LocalDate day) {
    return due.filter(term -> term.basis() == Due.Basis.LAW && !day.isAfter(term.day()))
        .isPresent();
  }

  public Case quoting(String sentence, LocalDate day) {
    CaseEdit edit = new CaseEdit(this);
    edit.kept = kept.map(before -> before.with(new Kept.Quote(day, sentence)));
    return edit.done();
  }

  /** The country, where only a part of the world was known. */
  public Case livingIn(String country) {
    CaseEdit edit = new CaseEdit(this);
    edit.place = country;
    return edit.done();
  }

  public Case snoozedUntil(LocalDate day) {
    CaseEdit edit = new CaseEdit(this);
    edit.snoozed = Optional.of(day);
    return edit.done();
  }

  /** A reminder is being said. */
  public Case told(Reminder.Purpose purpose, LocalDate day) {
    CaseEdit edit = new CaseEdit(this);
    edit.told = Optional.of(new Told(purpose, day));
    return edit.done();
  }

  public Case reminding(boolean wanted) {
    CaseEdit edit = new CaseEdit(this);
    edit.reminders = wanted;
    return edit.done();
  }

  public Case closed(LocalDate day) {
    CaseEdit edit = new CaseEdit(this);
    edit.pending = Optional.empty();
    edit.ended = Optional.of(day);
    edit.add(CaseEntry.of(day, CaseEntry.What.CLOSED));
    return edit.done();
  }

  /** The person opens a closed case again: it stands where its story left it. */
  public Case reopened(LocalDate day) {
    CaseEdit edit = new CaseEdit(this);
    edit.ended = Optional.empty();
    edit.standAgain();
    edit.add(CaseEntry.of(day, CaseEntry.What.REOPENED));
    return edit.done();
  }

  @Override
  public String toString() {
    return "Case[" + id + ", " + status + "]";
  }
}
