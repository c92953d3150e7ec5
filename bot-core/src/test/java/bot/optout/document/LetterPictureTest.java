package bot.optout.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.message.Attachment;
import bot.optout.message.Sheet;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Letters look as they looked when a person last liked them. {@code -Dtranscripts.update=true}
 * takes new pictures; look at them.
 */
final class LetterPictureTest {
  private static final int DPI = 60;

  /** Grey levels out of 255, averaged over a square of so many points: smoothing may differ. */
  private static final int SQUARE = 8;

  private static final int TOLERANCE = 24;

  private static String headless = "";

  /** The pictures are drawn without a screen. */
  @BeforeAll
  static void without_a_screen() {
    headless = System.getProperty("java.awt.headless", "");
    System.setProperty("java.awt.headless", "true");
  }

  @AfterAll
  static void as_it_was() {
    if (headless.isEmpty()) {
      System.clearProperty("java.awt.headless");
    } else {
      System.setProperty("java.awt.headless", headless);
    }
  }

  @Test
  void an_english_letter() throws IOException {
    looksLike("objection-en.png", Sheets.english(), 0);
  }

  @Test
  void a_german_letter() throws IOException {
    looksLike("reminder-de.png", Sheets.german(), 0);
  }

  @Test
  void the_second_page_of_a_long_one() throws IOException {
    looksLike("long-en-2.png", Sheets.longer(Sheets.english(), 6), 1);
  }

  @Test
  void a_picture_that_differs_is_noticed() throws IOException {
    BufferedImage german = golden("reminder-de.png");
    assertTrue(difference(german, golden("objection-en.png")) > TOLERANCE);
    assertEquals(0, difference(german, german));
  }

  private static void looksLike(String name, Sheet sheet, int page) throws IOException {
    BufferedImage picture = picture(sheet, page);
    if (Boolean.getBoolean("transcripts.update")) {
      File file = Path.of("src/test/resources/documents", name).toFile();
      assertTrue(ImageIO.write(picture, "png", file));
      return;
    }
    BufferedImage golden = golden(name);
    int difference = difference(golden, picture);
    assertTrue(difference <= TOLERANCE, () -> name + " differs by " + difference);
  }

  private static BufferedImage golden(String name) throws IOException {
    try (InputStream in = LetterPictureTest.class.getResourceAsStream("/documents/" + name)) {
      assertTrue(in != null, () -> "no picture " + name);
      return ImageIO.read(in);
    }
  }

  private static BufferedImage picture(Sheet sheet, int page) throws IOException {
    byte[] bytes = Documents.bytes(new Attachment.Pdf("letter.pdf", sheet));
    try (PDDocument letter = Loader.loadPDF(bytes)) {
      return new PDFRenderer(letter).renderImageWithDPI(page, DPI, ImageType.GRAY);
    }
  }

  /** The largest difference of two squares' average grey. */
  private static int difference(BufferedImage one, BufferedImage other) {
    assertEquals(one.getWidth(), other.getWidth());
    assertEquals(one.getHeight(), other.getHeight());
    int most = 0;
    for (int y = 0; y + SQUARE <= one.getHeight(); y += SQUARE) {
      for (int x = 0; x + SQUARE <= one.getWidth(); x += SQUARE) {
        most =
            Math.max(most, Math.abs(grey(one.getRaster(), x, y) - grey(other.getRaster(), x, y)));
      }
    }
    return most;
  }

  private static int grey(Raster raster, int x, int y) {
    int sum = 0;
    for (int sample : raster.getSamples(x, y, SQUARE, SQUARE, 0, new int[SQUARE * SQUARE])) {
      sum += sample;
    }
    return sum / (SQUARE * SQUARE);
  }
}
