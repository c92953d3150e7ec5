package bot.optout.document;

import bot.optout.message.Sheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A letter as {@code .pdf}: A4 for a window envelope, its fonts embedded, its parts tagged for
 * screen readers. A letter of one page has about 16 KB, any letter from a chat fewer than 150 KB.
 * It says nothing about who wrote it but what stands on the paper.
 */
final class LetterPdf {
  private static final String MAKER = "Optout Bot";

  private LetterPdf() {}

  static byte[] bytes(Sheet sheet) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      Face regular = Face.load(document, "SourceSerif4-Regular.ttf");
      Face strong = Face.load(document, "SourceSerif4-SemiBold.ttf");
      List<List<Placed>> pages = Layout.pages(sheet, regular, strong);
      describe(document, sheet);
      Drawing.on(document, sheet, regular).draw(pages);
      document.setDocumentId(id(sheet));
      document.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void describe(PDDocument document, Sheet sheet) {
    document.getDocumentInformation().setTitle(Clean.line(sheet.subject()));
    document.getDocumentInformation().setProducer(MAKER);
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    catalog.setLanguage(sheet.language().toLanguageTag());
    PDMarkInfo tagged = new PDMarkInfo();
    tagged.setMarked(true);
    catalog.setMarkInfo(tagged);
    PDViewerPreferences window = new PDViewerPreferences(new COSDictionary());
    window.setDisplayDocTitle(true);
    catalog.setViewerPreferences(window);
  }

  /** Without this the library takes the time, and no two files would be equal. */
  private static long id(Sheet sheet) {
    return UUID.nameUUIDFromBytes(sheet.text().getBytes(StandardCharsets.UTF_8))
        .getMostSignificantBits();
  }
}
