package bot.optout.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import bot.optout.message.Attachment;
import bot.optout.message.Sheet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Whatever people type, a file comes out, and what cannot be shown is seen to be missing. */
final class HostileTextTest {
  private static final List<String> NAUGHTY =
      List.of(
          "\u0000\u0001\u0007\u001b[31m\u007f\u0085\u2028\u2029",
          "\u202Eevil\u202C \u2066x\u2069 \u200F\u200E\u061C",
          "\u200B\u200C\u200D\u2060\uFEFF\u00AD",
          "👨‍👩‍👧‍👦 🏳️‍🌈 🇩🇪 1️⃣ 👍🏽",
          "مرحبا بالعالم שלום עולם",
          "日本語の手紙 한국어 편지 中文信件 ไทย हिन्दी",
          "Z̸̢̛̼͗a̵l̶g̷o̸" + "\u0301".repeat(200),
          "\uD800 \uDC00 x\uD83D",
          "\uFFFE\uFFFF\uE000\uDBFF\uDFFF",
          "Ａｄａ ﬁ Ⅷ ½ ‑ ㎏ …",
          "\t \u00A0 \u3000 \u202F",
          "BEGIN:VCALENDAR\r\nEND:VEVENT\n;,:\\n\\,\"",
          "(Tj) ET Q \\) <</Type>> %%EOF",
          "x".repeat(4_000),
          "ж".repeat(1_999) + " " + "ß".repeat(2_000),
          "word ".repeat(800),
          "a\n".repeat(150));

  @Test
  void letters_survive_every_text() throws IOException {
    List<Sheet.Part> all = new ArrayList<>();
    for (String text : NAUGHTY) {
      all.add(new Sheet.Part.Paragraph(text));
      all.add(new Sheet.Part.Heading(text));
      all.add(new Sheet.Part.Bullets(List.of(text, text)));
    }
    byte[] bytes = Documents.bytes(new Attachment.Pdf("x.pdf", letter(all)));
    try (PDDocument letter = Loader.loadPDF(bytes)) {
      assertTrue(letter.getNumberOfPages() > 1);
    }
  }

  @Test
  void names_and_addresses_of_any_length_are_no_trouble_either() throws IOException {
    String text = NAUGHTY.stream().filter(one -> one.length() < 500).collect(Collectors.joining());
    for (String everywhere : List.of(text, "x".repeat(1_000))) {
      byte[] bytes = Documents.bytes(new Attachment.Pdf("x.pdf", Sheets.everywhere(everywhere)));
      try (PDDocument letter = Loader.loadPDF(bytes)) {
        assertTrue(letter.getNumberOfPages() > 1);
      }
    }
  }

  @Test
  void what_the_font_lacks_is_a_visible_box_and_the_rest_stays() throws IOException {
    String text = shown("I am 민수 from 日本, مرحبا, a\u0007b\u200Bc, Ａda.");
    assertTrue(text.contains("I am ☐☐ from ☐☐, ☐☐☐☐☐, abc, Ada."), text);
  }

  @Test
  void nothing_of_a_word_without_spaces_is_lost() throws IOException {
    String word = "x".repeat(4_000);
    String text = shown(word).replaceAll("[^x]", "");
    assertEquals(4_000, text.length());
  }

  @Test
  void calendars_can_be_read_back() {
    for (String text : NAUGHTY) {
      byte[] bytes =
          Documents.bytes(
              new Attachment.CalendarEntry(
                  "x.ics", text, text, LocalDate.of(2026, 12, 24), List.of(1)));
      var calendar = Biweekly.parse(new String(bytes, StandardCharsets.UTF_8)).first();
      assertEquals(1, calendar.getEvents().size());
      assertEquals(Clean.line(text), calendar.getEvents().get(0).getSummary().getValue());
    }
  }

  private static String shown(String text) throws IOException {
    byte[] bytes = Documents.bytes(new Attachment.Pdf("x.pdf", body(text)));
    try (PDDocument letter = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(letter);
    }
  }

  private static Sheet body(String text) {
    return letter(List.of(new Sheet.Part.Paragraph(text)));
  }

  private static Sheet letter(List<Sheet.Part> body) {
    return new Sheet(Locale.ENGLISH, List.of(), List.of(), "", "", body, List.of());
  }
}
