package bot.optout.document;

import bot.optout.message.Sheet;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** Puts a layout on the pages of a document, in the order in which it is read. */
final class Drawing {
  private static final String BULLET = "•";
  private static final float BULLET_OUT = Paper.mm(4);
  private static final float HAIRLINE = 0.4f;
  private static final float FAINT = 0.33f;
  private static final float FAINTER = 0.6f;

  private final PDDocument document;
  private final Sheet sheet;
  private final Type small;
  private final Tags tags;

  /** Of the section that is being drawn; it may go on from one page to the next. */
  private Optional<PDStructureElement> body = Optional.empty();

  private Drawing(PDDocument document, Sheet sheet, Face face) {
    this.document = document;
    this.sheet = sheet;
    this.small = new Type(face, 8.5f, 11, FAINT);
    this.tags = Tags.of(document);
  }

  static Drawing on(PDDocument document, Sheet sheet, Face face) {
    return new Drawing(document, sheet, face);
  }

  void draw(List<List<Placed>> pages) throws IOException {
    for (int i = 0; i < pages.size(); i++) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      tags.page(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        for (Placed placed : pages.get(i)) {
          draw(placed, page, content);
        }
        content.beginMarkedContent(COSName.ARTIFACT);
        if (i == 0) {
          marks(content);
        } else {
          running(content);
        }
        if (pages.size() > 1) {
          number((i + 1) + " / " + pages.size(), content);
        }
        content.endMarkedContent();
      }
    }
    tags.finish();
  }

  private void draw(Placed placed, PDPage page, PDPageContentStream content) throws IOException {
    Row row = placed.row();
    if (placed.begins()) {
      begin(placed, page, content);
    }
    // A space at the end of a line keeps its words apart for whoever reads aloud or copies.
    String end = row.line().wordEnds() ? " " : "";
    marked(
        body.orElseThrow(),
        page,
        content,
        row.line().text() + end,
        row.type(),
        row.x(),
        placed.y());
  }

  private void begin(Placed placed, PDPage page, PDPageContentStream content) throws IOException {
    PDStructureElement element = tags.element(placed.role());
    if (placed.role() != Section.Role.ITEM) {
      body = Optional.of(element);
      return;
    }
    Row row = placed.row();
    PDStructureElement label = tags.child(element, StandardStructureTypes.LBL);
    marked(label, page, content, BULLET, row.type(), row.x() - BULLET_OUT, placed.y());
    body = Optional.of(tags.child(element, StandardStructureTypes.L_BODY));
  }

  private void marked(
      PDStructureElement element,
      PDPage page,
      PDPageContentStream content,
      String text,
      Type type,
      float x,
      float y)
      throws IOException {
    int number = tags.mark(element, page);
    content.beginMarkedContent(COSName.getPDFName(element.getStructureType()), number);
    text(content, text, type, x, y);
    content.endMarkedContent();
  }

  private static void text(PDPageContentStream content, String text, Type type, float x, float y)
      throws IOException {
    content.beginText();
    content.setFont(type.face().font(), type.size());
    content.setNonStrokingColor(type.grey());
    content.newLineAtOffset(x, Paper.HEIGHT - y);
    content.showText(text);
    content.endText();
  }

  /** Where to fold for an envelope, and where to punch. */
  private static void marks(PDPageContentStream content) throws IOException {
    content.setLineWidth(HAIRLINE);
    content.setStrokingColor(FAINTER);
    for (float fold : Paper.FOLDS) {
      mark(content, fold, Paper.FOLD_LENGTH);
    }
    mark(content, Paper.PUNCH, Paper.PUNCH_LENGTH);
  }

  private static void mark(PDPageContentStream content, float y, float length) throws IOException {
    content.moveTo(Paper.MARK_X, Paper.HEIGHT - y);
    content.lineTo(Paper.MARK_X + length, Paper.HEIGHT - y);
    content.stroke();
  }

  /** What a page is part of, should it get lost among others. */
  private void running(PDPageContentStream content) throws IOException {
    String what = small.face().showable(Clean.line(sheet.subject() + " · " + sheet.date()));
    List<Line> lines = new LineBreaks(small, Paper.TEXT_WIDTH, sheet.language()).lines(what);
    if (!lines.isEmpty()) {
      text(content, lines.get(0).text(), small, Paper.LEFT, Paper.RUNNING_BASE);
    }
  }

  private void number(String number, PDPageContentStream content) throws IOException {
    float x = Paper.LEFT + Paper.TEXT_WIDTH - small.width(number);
    text(content, number, small, x, Paper.NUMBER_BASE);
  }
}
