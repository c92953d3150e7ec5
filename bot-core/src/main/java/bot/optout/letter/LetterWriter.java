package bot.optout.letter;

import bot.optout.message.Sheet;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes letters under one law. */
record LetterWriter(LetterBook book, Jurisdiction law) {
  /** Empty if there is no text of this kind, or if none of the services goes by letter. */
  Optional<Letter> write(
      LetterOrder order, List<Service> services, LocalDate date, DateTimeFormatter format) {
    Addressing to = new Addressing(services, law);
    return to.covered().isEmpty()
        ? Optional.empty()
        : text(order.kind().key()).map(text -> written(text, order, to, date, format));
  }

  /** The law's own text, the one for laws that oblige nobody, or the one for all. */
  Optional<LetterText> text(String kind) {
    boolean courtesy = law.letters().opening() == LetterKind.COURTESY;
    return Stream.of(kind + "-" + law.code(), courtesy ? kind + "-courtesy" : kind, kind)
        .map(book.texts()::get)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private Letter written(
      LetterText text, LetterOrder order, Addressing to, LocalDate date, DateTimeFormatter format) {
    LetterKind kind = order.kind();
    Map<String, Object> slots = LetterSlots.of(order, to, book, date, format);
    Typesetting setting = new Typesetting(slots);
    Optional<Service.Recipient> recipient = recipient(order, to);
    Sheet sheet =
        new Sheet(
            book.language(),
            List.of(setting.slot("name"), setting.slot("email")),
            lines(recipient, kind),
            format.format(date),
            setting.subject(text),
            setting.body(text),
            List.of(
                setting.slot(kind == LetterKind.COMPLAINT ? "complaint_closing" : "closing"),
                setting.slot("name")));
    return new Letter(
        kind,
        book.language(),
        sheet,
        recipient,
        to.forms(kind),
        formText(kind, setting),
        kind.opens() ? to.alsoRead() : List.of(),
        kind == LetterKind.COMPLAINT ? Optional.empty() : Optional.of(law.letters().term(kind)),
        accepted(order),
        new LetterNotes(book, law).of(order, recipient.isPresent(), accepted(order)));
  }

  private List<String> accepted(LetterOrder order) {
    return order.kind() == LetterKind.COMPLAINT
        ? order.authority().map(Authority::languages).orElse(List.of())
        : law.letters().accepts();
  }

  private static Optional<Service.Recipient> recipient(LetterOrder order, Addressing to) {
    return order.kind() == LetterKind.COMPLAINT
        ? order.authority().map(it -> new Service.Recipient(it.name(), it.name(), it.address()))
        : to.recipient();
  }

  private List<String> lines(Optional<Service.Recipient> recipient, LetterKind kind) {
    return recipient
        .map(it -> Stream.concat(Stream.of(it.company()), it.address().stream()).toList())
        .orElseGet(
            () ->
                (kind == LetterKind.COMPLAINT
                        ? Stream.of("authority")
                        : Stream.of("company", "address"))
                    .map(book.words()::placeholder)
                    .toList());
  }

  private Optional<String> formText(LetterKind kind, Typesetting setting) {
    return text(kind.key() + "-form").map(form -> Sheet.textOf(setting.body(form)));
  }
}
