package bot.optout.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/** How long a case is kept: some days after its end, and thirteen months at most. */
public final class Retention {
  private static final Period LONGEST = Period.ofMonths(13);

  private Retention() {}

  /**
   * The moment at which a case is to be gone.
   *
   * @param days kept after the end
   */
  public static Instant end(Case one, int days) {
    LocalDate longest = one.opened().plus(LONGEST);
    LocalDate last =
        Optional.of(one)
            .flatMap(Case::ended)
            .map(end -> end.plusDays(days))
            .filter(longest::isAfter)
            .orElse(longest);
    return last.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
