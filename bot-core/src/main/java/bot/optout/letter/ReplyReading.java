package bot.optout.letter;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a text says that came as the answer to an objection. It tells nothing about who wrote it:
 * anybody can write anything. {@code toString} hides the text.
 *
 * @param sure whether nothing in the text speaks for another kind
 * @param evidence the sentence that shows the kind, as written, at most {@value #MOST_EVIDENCE}
 *     characters; empty only for {@link ReplyKind#UNCLEAR}
 * @param services ids of the services that this outcome is said to hold for; empty if it names none
 * @param except ids of the services that it is said not to hold for
 * @param newContentOnly whether it speaks of the future only
 * @param until the day to which the answer is put off
 * @param longer by how much the answer is put off
 * @param alternatives what it may be instead, at most 3; empty when sure
 */
public record ReplyReading(
    ReplyKind kind,
    boolean sure,
    Optional<String> evidence,
    Set<String> services,
    Set<String> except,
    boolean newContentOnly,
    Optional<LocalDate> until,
    Optional<Period> longer,
    List<ReplyKind> alternatives) {
  static final int MOST_EVIDENCE = 300;

  public ReplyReading {
    services = Set.copyOf(services);
    except = Set.copyOf(except);
    alternatives = List.copyOf(alternatives);
  }

  /** The evidence as it may be shown to others: with no link that anybody could follow. */
  public Optional<String> quotable() {
    return evidence.map(ReplyLinks::hidden);
  }

  @Override
  public String toString() {
    return "ReplyReading[" + kind + (sure ? "" : ", unsure " + alternatives) + "]";
  }
}
