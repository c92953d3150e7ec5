package bot.optout.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Labelled texts: {@code label TAB text}, one a line; a line with {@code #} and no tab is a remark.
 */
record EvalSet(List<Line> lines) {
  static final String OUT_OF_SCOPE = "oos";

  /** A text and what it is about. */
  record Line(String label, String text) {
    boolean inScope() {
      return !label.equals(OUT_OF_SCOPE);
    }
  }

  /** Says which line is bad, and why. */
  static final class BadSet extends IOException {
    private static final long serialVersionUID = 1;

    BadSet(String message) {
      super(message);
    }
  }

  EvalSet {
    lines = List.copyOf(lines);
  }

  static EvalSet read(Path file) throws BadSet {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : text(file).lines().toList()) {
      number++;
      if (!line.isBlank() && !isRemark(line)) {
        lines.add(line(file, number, line));
      }
    }
    if (lines.isEmpty()) {
      throw new BadSet(file + ": there is no line in it");
    }
    return new EvalSet(lines);
  }

  private static boolean isRemark(String line) {
    return line.startsWith("#") && line.indexOf('\t') < 0;
  }

  EvalSet inScope() {
    return new EvalSet(lines.stream().filter(Line::inScope).toList());
  }

  EvalSet outOfScope() {
    return new EvalSet(lines.stream().filter(line -> !line.inScope()).toList());
  }

  private static Line line(Path file, int number, String line) throws BadSet {
    int tab = line.indexOf('\t');
    String where = file + ":" + number + ": ";
    if (tab < 0) {
      throw new BadSet(where + "no tab. Write: label TAB text");
    }
    String label = line.substring(0, tab).strip();
    String text = line.substring(tab + 1).strip();
    if (label.isEmpty()) {
      throw new BadSet(where + "no label before the tab");
    }
    if (text.isEmpty()) {
      throw new BadSet(where + "no text after the tab");
    }
    if (text.indexOf('\t') >= 0) {
      throw new BadSet(where + "more than one tab");
    }
    return new Line(label, text);
  }

  private static String text(Path file) throws BadSet {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException wrong) {
      throw new BadSet(file + ": not UTF-8");
    } catch (IOException missing) {
      throw new BadSet(file + ": cannot be read");
    }
  }
}
