package bot.optout.letter;

import java.time.LocalDate;

/** What happened on a day, in a sentence of the letter's language. Never printed. */
public record HistoryEntry(LocalDate date, String what) {
  @Override
  public String toString() {
    return "HistoryEntry[" + date + "]";
  }
}
