package bot.optout.cases;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a complaint to the authority is ripe. Few and complete complaints help more than many:
 * what is missing is asked first, and while the company's term runs there is none.
 */
public sealed interface ComplaintGate {
  /** Nothing was sent yet, as far as the person said. */
  record NotSent() implements ComplaintGate {}

  /** The company still has time, until that day. */
  record TermRuns(LocalDate until) implements ComplaintGate {}

  /** The company confirmed. */
  record Confirmed() implements ComplaintGate {}

  record ComplainedAlready() implements ComplaintGate {}

  /** The term is over and nothing is noted: did really nothing come? */
  record WhatCameBack() implements ComplaintGate {}

  record Open() implements ComplaintGate {}

  /**
   * The gate as a case stands.
   *
   * @param lawful when the law's term for the first letter ends, if that is known
   */
  static ComplaintGate of(Case one, Optional<LocalDate> lawful, LocalDate today) {
    if (one.sent().isEmpty()) {
      return new NotSent();
    }
    return switch (one.status(today)) {
      case DRAFTED -> new NotSent();
      case CONFIRMED -> new Confirmed();
      case COMPLAINED -> new ComplainedAlready();
      case PARTLY, REFUSED, NEEDS_INFORMATION -> new Open();
      case SENT, ACKNOWLEDGED, OVERDUE, CLOSED -> afterSilence(one, lawful, today);
    };
  }

  private static ComplaintGate afterSilence(Case one, Optional<LocalDate> lawful, LocalDate today) {
    if (one.answeredInSubstance()) {
      return new Open();
    }
    Optional<LocalDate> end = lawful.or(() -> one.due().map(Due::day));
    return end.filter(day -> !today.isAfter(day))
        .<ComplaintGate>map(TermRuns::new)
        .orElseGet(WhatCameBack::new);
  }
}
