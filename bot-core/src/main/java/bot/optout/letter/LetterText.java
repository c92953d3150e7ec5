package bot.optout.letter;

import bot.optout.message.Template;
import java.util.List;
import java.util.Optional;

/**
 * The text of one kind of letter, from the subject to the last sentence. Its parts are told apart
 * before the slots are filled, so nothing a person typed can become a part of its own.
 */
public record LetterText(Template subject, List<Part> parts) {
  public LetterText {
    parts = List.copyOf(parts);
  }

  public enum Shape {
    PARAGRAPH,
    HEADING,
    BULLETS
  }

  /** A part; only bullets have more than one line. */
  public record Part(Shape shape, List<Line> lines) {
    public Part {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One text with slots.
   *
   * @param each the slot whose list is repeated here, if the line is nothing but that
   */
  public record Line(Template text, Optional<String> each) {}
}
