package bot.optout.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with the content, and what is only worth a look. */
final class Problems {
  private final List<Problem> faults = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  void fault(String file, int line, String what, String fix) {
    faults.add(new Problem(file, line, what, fix));
  }

  void warn(String file, int line, String what, String fix) {
    warnings.add(new Problem(file, line, what, fix));
  }

  List<Problem> faults() {
    return sorted(faults);
  }

  List<Problem> warnings() {
    return sorted(warnings);
  }

  /** A field that is read twice has its fault once. */
  private static List<Problem> sorted(List<Problem> problems) {
    return problems.stream()
        .distinct()
        .sorted(Comparator.comparing(Problem::file).thenComparing(Problem::line))
        .toList();
  }
}
