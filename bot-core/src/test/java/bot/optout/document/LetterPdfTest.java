package bot.optout.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.message.Attachment;
import bot.optout.message.Sheet;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;

final class LetterPdfTest {
  private static final int LIMIT = 150_000;

  @Test
  void an_ordinary_letter_fits_on_one_page() throws IOException {
    assertEquals(1, pages(Sheets.english()));
    assertEquals(1, pages(Sheets.german()));
    assertEquals(1, pages(Sheets.longer(Sheets.german(), 3)));
  }

  @Test
  void a_longer_one_goes_on_with_page_numbers() throws IOException {
    try (PDDocument letter = open(Sheets.longer(Sheets.english(), 6))) {
      assertEquals(2, letter.getNumberOfPages());
      PDFTextStripper second = new PDFTextStripper();
      second.setStartPage(2);
      String text = second.getText(letter);
      assertTrue(text.contains("2 / 2"), text);
      assertTrue(text.contains(Sheets.english().subject() + " · 24 November 2026"), text);
    }
  }

  @Test
  void the_farewell_never_stands_alone() throws IOException {
    for (int paragraphs = 4; paragraphs < 8; paragraphs++) {
      try (PDDocument letter = open(Sheets.longer(Sheets.german(), paragraphs))) {
        PDFTextStripper last = new PDFTextStripper();
        last.setStartPage(letter.getNumberOfPages());
        List<String> lines = last.getText(letter).lines().toList();
        int farewell = lines.indexOf("Mit freundlichen Grüßen");
        assertTrue(farewell >= 2, () -> "no words before the farewell: " + lines);
        assertTrue(lines.contains("Jürgen Groß-Şahin"), lines::toString);
      }
    }
  }

  @Test
  void the_text_comes_back_as_it_was_read() throws IOException {
    for (Sheet sheet : List.of(Sheets.english(), Sheets.german())) {
      assertEquals(words(sheet.text()), words(text(sheet)));
    }
  }

  @Test
  void every_letter_of_european_names_comes_back() throws IOException {
    String alphabets =
        "ÄÖÜäöüßẞ àâæçéèêëîïôœùûüÿ áéíóúñ¿¡ ãõ åøæ þðÞÐ ąćęłńóśźżĄĆĘŁŃÓŚŹŻ čďěňřšťůž őűŐŰ ăâîșțŞţ"
            + " ğĞıİşŞ āēģīķļņšūž ėįų ħġż ŵŷ АБВГҐДЂЃЕЀЁЄЖЗЅИІЇЍЙЈКЛЉМНЊОПРСТЋЌУЎФХЦЧЏШЩЪЫЬЭЮЯ"
            + " абвгґдђѓеѐёєжзѕиіїѝйјклљмнњопрстћќуўфхцчџшщъыьэюя ΑΒΓαβγάέήίόύώς ₺€£§№„“”‚‘’–—…";
    String text = text(Sheets.with(Sheets.english(), List.of(new Sheet.Part.Paragraph(alphabets))));
    assertTrue(words(text).contains(words(alphabets)), text);
  }

  @Test
  void the_address_and_nothing_else_stands_in_the_window() throws IOException {
    try (PDDocument letter = open(Sheets.german())) {
      PDFTextStripperByArea window = new PDFTextStripperByArea();
      window.setSortByPosition(true);
      window.addRegion("window", millimetres(20, 45, 85, 45));
      window.extractRegions(letter.getPage(0));
      assertEquals(
          Sheets.german().recipient(),
          window.getTextForRegion("window").lines().map(String::strip).toList());
    }
  }

  @Test
  void equal_letters_are_equal_bytes() {
    assertArrayEquals(bytes(Sheets.english()), bytes(Sheets.english()));
  }

  @Test
  void letters_are_small_and_their_fonts_are_inside() throws IOException {
    byte[] longest = bytes(Sheets.longer(Sheets.english(), 60));
    assertTrue(longest.length < LIMIT, () -> longest.length + " bytes");
    try (PDDocument letter = open(Sheets.english())) {
      for (PDPage page : letter.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertTrue(font.isEmbedded(), font::getName);
        }
      }
    }
  }

  @Test
  void screen_readers_find_title_language_and_structure() throws IOException {
    try (PDDocument letter = open(Sheets.german())) {
      assertEquals(Sheets.german().subject(), letter.getDocumentInformation().getTitle());
      assertEquals("de", letter.getDocumentCatalog().getLanguage());
      assertTrue(letter.getDocumentCatalog().getMarkInfo().isMarked());
      assertEquals(
          "Document P P P H1 P P H2 L LI Lbl LBody LI Lbl LBody H2 P P P",
          String.join(" ", tags(letter.getDocumentCatalog().getStructureTreeRoot())));
    }
  }

  @Test
  void nobody_is_named_in_the_properties_of_the_file() throws IOException {
    try (PDDocument letter = open(Sheets.english())) {
      assertEquals(
          List.of("Producer", "Title"),
          letter.getDocumentInformation().getMetadataKeys().stream().sorted().toList());
    }
  }

  @Test
  void an_empty_letter_is_a_page_all_the_same() throws IOException {
    Sheet nothing = new Sheet(Locale.ROOT, List.of(), List.of(), "", "", List.of(), List.of());
    assertEquals(1, pages(nothing));
    assertEquals(1, pages(Sheets.everywhere("")));
  }

  private static List<String> tags(PDStructureNode node) {
    List<String> tags = new ArrayList<>();
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        tags.add(element.getStructureType());
        tags.addAll(tags(element));
      }
    }
    return tags;
  }

  private static Rectangle2D millimetres(float x, float y, float width, float height) {
    return new Rectangle2D.Float(Paper.mm(x), Paper.mm(y), Paper.mm(width), Paper.mm(height));
  }

  private static int pages(Sheet sheet) throws IOException {
    try (PDDocument letter = open(sheet)) {
      return letter.getNumberOfPages();
    }
  }

  private static String text(Sheet sheet) throws IOException {
    try (PDDocument letter = open(sheet)) {
      return new PDFTextStripper().getText(letter);
    }
  }

  /** One line, and lists with the same sign. */
  private static String words(String text) {
    return text.replace("•", "-").replaceAll("\\s+", " ").strip();
  }

  private static byte[] bytes(Sheet sheet) {
    return Documents.bytes(new Attachment.Pdf("letter.pdf", sheet));
  }

  private static PDDocument open(Sheet sheet) throws IOException {
    byte[] bytes = bytes(sheet);
    assertFalse(bytes.length == 0);
    return Loader.loadPDF(bytes);
  }
}
