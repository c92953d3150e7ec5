package bot.optout.cases;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** That a person is to be told something about a case at a certain moment. */
public record Reminder(Purpose purpose, Instant at) {
  /** Why; there is at most one reminder of each for a case. */
  public enum Purpose {
    /** "Did you send it?" */
    SENT,
    /** "The answer is due tomorrow." */
    TOMORROW,
    /** "The day is over." */
    PASSED;

    /** As it stands in the name of a due event. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Purpose> of(String key) {
      return Stream.of(values()).filter(one -> one.key().equals(key)).findFirst();
    }
  }
}
