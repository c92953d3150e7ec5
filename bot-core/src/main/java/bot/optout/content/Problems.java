package bot.optout.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with the content, and what is only worth a look. */
final class Problems {
  private final List<ContentProblem> faults = new ArrayList<>();
  private final List<ContentProblem> warnings = new ArrayList<>();

  void fault(String file, int line, String what, String fix) {
    faults.add(new ContentProblem(file, line, what, fix));
  }

  void warn(String file, int line, String what, String fix) {
    warnings.add(new ContentProblem(file, line, what, fix));
  }

  List<ContentProblem> faults() {
    return sorted(faults);
  }

  List<ContentProblem> warnings() {
    return sorted(warnings);
  }

  /** A field that is read twice has its fault once. */
  private static List<ContentProblem> sorted(List<ContentProblem> problems) {
    return problems.stream()
        .distinct()
        .sorted(Comparator.comparing(ContentProblem::file).thenComparing(ContentProblem::line))
        .toList();
  }
}
