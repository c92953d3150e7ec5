package bot.optout.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** One typeface inside one document: what it can show, and how wide that is. For one thread. */
final class Face {
  /** Shown where the face has no sign for a letter; the first of them that the face has. */
  private static final int[] REPLACEMENTS = {0xFFFD, '☐', '?'};

  private final PDType0Font font;
  private final CmapLookup glyphs;
  private final float unitsPerEm;
  private final TrueTypeFont file;
  private final Map<Integer, Float> widths = new HashMap<>();

  private Face(PDType0Font font, TrueTypeFont file) throws IOException {
    this.font = font;
    this.file = file;
    this.glyphs = file.getUnicodeCmapLookup();
    this.unitsPerEm = file.getUnitsPerEm();
  }

  /** Only the letters that are used end up in the document. */
  static Face load(PDDocument document, String name) throws IOException {
    try (InputStream in = Face.class.getResourceAsStream("/fonts/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no font " + name);
      }
      TrueTypeFont file = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
      // Ligatures would come back as other letters when the text is copied.
      file.setEnableGsub(false);
      return new Face(PDType0Font.load(document, file, true), file);
    }
  }

  PDType0Font font() {
    return font;
  }

  /** In ems; the text holds only what this face can show. */
  float width(String text) {
    float width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width += width(text.codePointAt(i));
    }
    return width;
  }

  private float width(int letter) {
    return widths.computeIfAbsent(letter, this::measure);
  }

  private float measure(int letter) {
    try {
      return file.getAdvanceWidth(glyphs.getGlyphId(letter)) / unitsPerEm;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The text with a visible sign for every character, as people count them, that this face lacks.
   */
  String showable(String text) {
    if (text.codePoints().allMatch(this::has)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int start = characters.first();
    for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
      shown.append(shown(text.substring(start, end)));
      start = end;
    }
    return shown.toString();
  }

  /** As it is, or in its simpler form (a full-width A is an A), or replaced. */
  private String shown(String character) {
    return Stream.of(character, Normalizer.normalize(character, Normalizer.Form.NFKC))
        .filter(form -> form.codePoints().allMatch(this::has))
        .findFirst()
        .orElseGet(this::replacement);
  }

  private boolean has(int letter) {
    return letter == '\n' || glyphs.getGlyphId(letter) > 0;
  }

  private String replacement() {
    for (int sign : REPLACEMENTS) {
      if (has(sign)) {
        return Character.toString(sign);
      }
    }
    throw new IllegalStateException("a font without a question mark");
  }
}
