package bot.optout.document;

import bot.optout.message.Sheet;
import bot.optout.message.Sheet.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Letters to test with, as long as real ones. Their words are their own, so content may change. */
final class Sheets {
  private static final List<String> COMPANY =
      List.of(
          "Meta Platforms Ireland Limited",
          "Privacy Operations",
          "Merrion Road",
          "Dublin 4",
          "D04 X2K5",
          "Ireland");

  private Sheets() {}

  static Sheet english() {
    return new Sheet(
        Locale.ENGLISH,
        List.of("Ana Łucja Őszi", "ana.oszi@example.org"),
        COMPANY,
        "24 November 2026",
        "Objection to the use of my personal data for AI (Art. 21(1) GDPR)",
        List.of(
            new Part.Paragraph("To the Privacy Operations team,"),
            new Part.Paragraph("I use Facebook, Instagram. My account: instagram.com/ana.oszi."),
            new Part.Paragraph(
                "I object to the use of my personal data for developing, training, testing and"
                    + " improving AI models and AI features. This includes public content I have"
                    + " shared or will share, content by others that relates to me, my interactions"
                    + " with AI features, and data about me from third parties."),
            new Part.Paragraph(
                "You rely on legitimate interests (Art. 6(1)(f) GDPR). I therefore exercise my"
                    + " right under Art. 21(1) GDPR. My objection covers content already published"
                    + " as well as future content, in any further training or fine-tuning."),
            new Part.Paragraph("My reasons, which relate to my particular situation:"),
            new Part.Paragraph(
                "My photographs show my children. They cannot decide for themselves, and what a"
                    + " model has learned from their faces cannot be taken back when they are old"
                    + " enough to object."),
            new Part.Paragraph("I ask you to do the following:"),
            new Part.Bullets(
                List.of(
                    "Stop using my data for these purposes, and confirm that you have.",
                    "Tell me which of my data was used already, for which models, and since when"
                        + " (Art. 15 GDPR).",
                    "Delete my data from training sets, and tell everyone who received it"
                        + " (Art. 17(1)(c), Art. 19 GDPR).",
                    "Restrict the use of my data until you have decided (Art. 18(1)(d) GDPR).")),
            new Part.Paragraph(
                "Please reply without undue delay and at the latest within one month of receipt"
                    + " (Art. 12(3) GDPR). I reserve the right to complain to a supervisory"
                    + " authority (Art. 77 GDPR).")),
        List.of("Yours faithfully,", "Ana Łucja Őszi"));
  }

  static Sheet german() {
    return new Sheet(
        Locale.GERMAN,
        List.of("Jürgen Groß-Şahin", "juergen@example.org"),
        List.of(
            "Meta Platforms Ireland Limited",
            "Privacy Operations",
            "Merrion Road",
            "Dublin 4",
            "D04 X2K5",
            "Irland"),
        "24. November 2026",
        "Widerspruch gegen die Verarbeitung meiner Daten für KI (Art. 21 Abs. 1 DSGVO)",
        List.of(
            new Part.Paragraph("Sehr geehrte Damen und Herren,"),
            new Part.Paragraph(
                "ich widerspreche der Verarbeitung meiner personenbezogenen Daten zum Entwickeln,"
                    + " Trainieren, Testen und Verbessern von KI-Modellen und KI-Funktionen. Das"
                    + " umfasst öffentliche Inhalte, die ich geteilt habe oder teilen werde, Inhalte"
                    + " anderer, die mich betreffen, und meine Eingaben in KI-Funktionen."),
            new Part.Heading("Bisheriger Verlauf"),
            new Part.Bullets(
                List.of(
                    "1. Oktober 2026: Widerspruch über Ihr Formular, ohne Bestätigung",
                    "3. November 2026: Erinnerung per E-Mail an Ihre Datenschutzabteilung,"
                        + " unbeantwortet bis heute, obwohl die Frist nach Art. 12 Abs. 3 DSGVO"
                        + " abgelaufen ist")),
            new Part.Heading("Was ich verlange"),
            new Part.Paragraph(
                "Bestätigen Sie mir den Widerspruch innerhalb von zwei Wochen. Andernfalls wende ich"
                    + " mich nach Art. 77 DSGVO an die zuständige Aufsichtsbehörde.")),
        List.of("Mit freundlichen Grüßen", "Jürgen Groß-Şahin"));
  }

  /** With so many more paragraphs. */
  static Sheet longer(Sheet sheet, int paragraphs) {
    List<Part> body = new ArrayList<>(sheet.body());
    body.addAll(
        Collections.nCopies(
            paragraphs,
            new Part.Paragraph(
                "Zażółć gęślą jaźń. Őrült ősi şehir, dağ, İstanbul. Привет, мир; їжак, ґанок."
                    + " Straße, Größe, œuvre, naïve, français, año. Everything that has to be said"
                    + " is said again here, so that the letter needs more than a single page.")));
    return with(sheet, body);
  }

  static Sheet with(Sheet sheet, List<Part> body) {
    return new Sheet(
        sheet.language(),
        sheet.sender(),
        sheet.recipient(),
        sheet.date(),
        sheet.subject(),
        body,
        sheet.closing());
  }

  /** The same text everywhere. */
  static Sheet everywhere(String text) {
    return new Sheet(
        Locale.GERMAN,
        List.of(text, text),
        List.of(text, text),
        text,
        text,
        List.of(
            new Part.Paragraph(text),
            new Part.Heading(text),
            new Part.Bullets(List.of(text, text))),
        List.of(text, text));
  }
}
