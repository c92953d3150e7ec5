package bot.optout.letter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The values of a letter's slots: what is known, or a placeholder to fill in by hand. */
final class LetterSlots {
  /** Ending of a slot that begins in small letters. */
  private static final String SMALL = "_small";

  private final LetterBook book;
  private final DateTimeFormatter format;
  private final Map<String, Object> slots = new HashMap<>();

  private LetterSlots(LetterBook book, DateTimeFormatter format) {
    this.book = book;
    this.format = format;
  }

  static Map<String, Object> of(
      LetterOrder order, Addressing to, LetterBook book, LocalDate date, DateTimeFormatter format) {
    LetterSlots all = new LetterSlots(book, format);
    all.person(order.draft(), to);
    all.history(order.history(), date);
    all.company(order, to);
    all.reasons(order.draft().reason(), to.law());
    Deadline.Rule rule = to.law().letters().term(order.kind());
    all.slots.put(
        "until",
        format.format(Deadline.of(date, Deadline.Rule.suggesting(rule.suggested())).due()));
    Map<String, String> clauses = new Clauses(book.words(), to.law()).filled(all.slots);
    clauses.forEach(all::text);
    return all.slots;
  }

  private void person(Draft draft, Addressing to) {
    detail("name", draft.name());
    detail("email", draft.email());
    if (draft.withoutAccount() && Boolean.FALSE.equals(slots.get("has_email"))) {
      slots.put("email", book.words().placeholder("email_no_account"));
    }
    detail("account", draft.account());
    slots.put("services", to.names());
    slots.put("child", draft.child());
    slots.put("no_account", draft.withoutAccount());
    slots.put("child_name", book.words().placeholder("child_name"));
  }

  private void history(History history, LocalDate date) {
    day("sent", history.sent());
    day("answered", history.answered());
    day("due", history.due());
    slots.put("overdue", history.due().filter(due -> !date.isAfter(due)).isEmpty());
    known("quote", history.quote());
    known("reference", history.reference());
    slots.put(
        "timeline",
        history.timeline().stream()
            .map(entry -> format.format(entry.date()) + ": " + entry.what())
            .toList());
    slots.put("has_timeline", !history.timeline().isEmpty());
    slots.put("enclosures", history.enclosures());
    slots.put("has_enclosures", !history.enclosures().isEmpty());
  }

  private void company(LetterOrder order, Addressing to) {
    known("company", to.recipient().map(Service.Recipient::company));
    slots.put("to_authority", order.kind() == LetterKind.COMPLAINT);
    slots.put("irish", order.authority().filter(it -> it.country().equals("IE")).isPresent());
  }

  private void reasons(Reason reason, Jurisdiction law) {
    List<String> grounds = grounds(reason);
    slots.put("grounds", grounds);
    slots.put("has_grounds", !grounds.isEmpty());
    slots.put("requests", requests(law));
  }

  /** People without an account cannot look their data up, so they ask for them too. */
  private List<String> requests(Jurisdiction law) {
    boolean curious =
        Boolean.TRUE.equals(slots.get("no_account"))
            && law.letters().opening() == LetterKind.OBJECTION;
    return law.letters().requests().stream()
        .flatMap(id -> id.equals("confirm") && curious ? Stream.of(id, "access") : Stream.of(id))
        .flatMap(id -> book.requests().stream().filter(it -> it.id().equals(id)))
        .map(request -> request.text().fill(slots))
        .toList();
  }

  private List<String> grounds(Reason reason) {
    if (reason instanceof Reason.Picked picked) {
      return paragraphs(picked.grounds()).toList();
    }
    return reason instanceof Reason.OwnWords own && !own.text().isEmpty()
        ? Stream.concat(paragraphs(own.grounds()), Stream.of(own.text())).toList()
        : List.of();
  }

  private Stream<String> paragraphs(List<String> grounds) {
    return grounds.stream()
        .flatMap(id -> book.grounds().stream().filter(it -> it.id().equals(id)))
        .map(Ground::paragraph);
  }

  private void detail(String slot, Optional<Detail> detail) {
    known(slot, detail.map(Detail::text).filter(text -> !text.isEmpty()));
  }

  private void day(String slot, Optional<LocalDate> day) {
    known(slot, day.map(format::format));
  }

  private void known(String slot, Optional<String> text) {
    slots.put(slot, text.orElseGet(() -> book.words().placeholder(slot)));
    slots.put("has_" + slot, text.isPresent());
  }

  private void text(String slot, String text) {
    slots.put(slot, text);
    slots.put(slot + SMALL, small(text));
    slots.put("has_" + slot, !text.isEmpty());
  }

  /** For languages that go on in small letters after the salutation. */
  private static String small(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
