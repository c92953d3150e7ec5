package bot.optout.document;

import bot.optout.message.Sheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A letter as {@code .pdf}. */
final class LetterPdf {
  private LetterPdf() {}

  static byte[] bytes(Sheet sheet) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument();
        InputStream file =
            Objects.requireNonNull(
                LetterPdf.class.getResourceAsStream("/fonts/SourceSerif4-Regular.ttf"))) {
      PDFont font = PDType0Font.load(document, file);
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(font, 10);
        content.setLeading(14);
        content.newLineAtOffset(70, 770);
        for (String line : sheet.text().lines().toList()) {
          content.showText(line);
          content.newLine();
        }
        content.endText();
      }
      document.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
