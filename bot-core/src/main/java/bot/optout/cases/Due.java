package bot.optout.cases;

import java.time.LocalDate;

/** The day by which an answer is expected, and why that day. */
public record Due(LocalDate day, Basis basis) {
  /** What a due day rests on. The names are a stored format. */
  public enum Basis {
    /** The law's term, counted from receipt. */
    LAW,
    /** The law's term with the extension it allows. */
    LAW_EXTENDED,
    /** The law sets no term; the day is only a suggestion. */
    SUGGESTED,
    /** The term that the person's own letter sets. */
    LETTER
  }
}
