package bot.optout.message;

import java.util.Optional;

/**
 * Where the answer to an open question is typed, for platforms that have forms. All others let
 * people just write.
 *
 * @param id the same as long as the same thing is asked; stable, ASCII
 * @param label above the field, understandable alone
 * @param submit on the button that sends it; at most 24 characters
 * @param problem what was wrong with the last answer
 */
public record Field(String id, Kind kind, String label, String submit, Optional<String> problem) {
  public static final int MAX_SUBMIT = 24;

  public Field {
    if (label.isBlank() || submit.isBlank() || submit.length() > MAX_SUBMIT) {
      throw new IllegalArgumentException("a field has a label and a short button: " + id);
    }
  }

  /** What is typed there. */
  public enum Kind {
    LINE,
    LONG_TEXT,
    EMAIL
  }

  Field flawed(String remark) {
    return new Field(id, kind, label, submit, Optional.of(remark));
  }

  /** The problem may quote what was typed. */
  @Override
  public String toString() {
    return "Field[" + id + "]";
  }
}
