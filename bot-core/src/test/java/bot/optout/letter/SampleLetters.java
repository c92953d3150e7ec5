package bot.optout.letter;

import bot.optout.content.TestContent;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** One person's letters of every kind, for the golden texts. */
final class SampleLetters {
  static final LocalDate SENT = LocalDate.of(2026, 11, 24);
  private static final LocalDate ANSWERED = LocalDate.of(2026, 12, 10);
  private static final LocalDate DUE = LocalDate.of(2026, 12, 24);
  private static final LocalDate LATER = LocalDate.of(2027, 1, 4);

  private final LetterDesk desk;
  private final boolean german;

  SampleLetters(String language) {
    this.desk = TestContent.letters(language);
    this.german = language.equals("de");
  }

  LetterDesk desk() {
    return desk;
  }

  /** A country for each law. */
  static String place(String law) {
    return switch (law) {
      case "EU" -> "DE";
      case "UK" -> "GB";
      case "OTHER" -> "KE";
      default -> law;
    };
  }

  static Draft draft(String law) {
    return Draft.EMPTY
        .livingIn(place(law))
        .about(List.of("facebook", "instagram"))
        .because(new Reason.Picked(List.of("children_photos"), true))
        .named(new Detail("Anna Muster"))
        .reachedAt(new Detail("anna@example.org"))
        .withAccount(new Detail("instagram.com/anna.muster"));
  }

  History history() {
    return new History(
        Optional.of(SENT),
        Optional.of(ANSWERED),
        Optional.of(DUE),
        Optional.of(
            german
                ? "Wir können Ihrem Anliegen nicht entsprechen."
                : "We are unable to accommodate your request."),
        Optional.of("4711"),
        List.of(
            new HistoryEntry(
                SENT, german ? "Schreiben an das Unternehmen" : "letter to the company"),
            new HistoryEntry(ANSWERED, german ? "Antwort: abgelehnt" : "answer: refused")),
        List.of(german ? "Mein Schreiben vom 24. November 2026" : "My letter of 24 November 2026"));
  }

  Optional<Letter> write(LetterKind kind, Draft draft, History history) {
    LetterOrder order = new LetterOrder(kind, draft, history);
    Optional<Authority> authority =
        desk().authorities(draft.place().orElse(""), Optional.of("BE")).stream().findFirst();
    return desk()
        .write(
            kind == LetterKind.COMPLAINT ? authority.map(order::to).orElse(order) : order,
            kind.opens() ? SENT : LATER,
            DateTimeFormatter.ofPattern(
                german ? "d. MMMM yyyy" : "d MMMM yyyy", desk.book().language()));
  }

  Letter sample(LetterKind kind, String law) {
    return write(kind, draft(law), history()).orElseThrow();
  }
}
