package bot.optout.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was read in a company's reply. */
public record ReplyReading(
    ReplyKind kind,
    boolean sure,
    Optional<String> evidence,
    Set<String> services,
    boolean newContentOnly,
    Optional<LocalDate> until,
    List<ReplyKind> alternatives) {
  public ReplyReading {
    services = Set.copyOf(services);
    alternatives = List.copyOf(alternatives);
  }
}
