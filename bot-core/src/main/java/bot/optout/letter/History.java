package bot.optout.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What happened before a letter, as far as it is known. What is missing becomes a placeholder.
 *
 * @param sent when the first letter went out
 * @param answered when the company answered
 * @param due when the answer was due
 * @param quote one sentence of the company's answer
 * @param reference the company's number for the matter
 * @param timeline for a complaint, the earliest first
 * @param enclosures for a complaint, one line each
 */
public record History(
    Optional<LocalDate> sent,
    Optional<LocalDate> answered,
    Optional<LocalDate> due,
    Optional<String> quote,
    Optional<String> reference,
    List<HistoryEntry> timeline,
    List<String> enclosures) {
  public static final History EMPTY =
      new History(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of());

  public History {
    timeline = List.copyOf(timeline);
    enclosures = List.copyOf(enclosures);
  }

  @Override
  public String toString() {
    return "History[sent " + sent + ", answered " + answered + ", due " + due + "]";
  }
}
