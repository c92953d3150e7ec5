package bot.optout.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * For whom and how long an entry holds.
 *
 * @param jurisdictions codes of jurisdictions, or {@code ALL}
 * @param asOf the day the facts were last compared with their sources
 * @param checkedOn the day a person last opened the links; empty until somebody has
 * @param until the last day the entry may be shown without a hedge, if it has one
 */
public record Validity(
    List<String> jurisdictions,
    LocalDate asOf,
    Optional<LocalDate> checkedOn,
    Optional<LocalDate> until) {
  public Validity {
    jurisdictions = List.copyOf(jurisdictions);
  }

  public boolean expired(LocalDate today) {
    return until.filter(today::isAfter).isPresent();
  }
}
