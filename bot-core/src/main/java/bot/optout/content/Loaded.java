package bot.optout.content;

import java.util.List;

/** What came of loading a folder: content, or all of its faults. */
public sealed interface Loaded {
  List<ContentProblem> warnings();

  record Good(Content content) implements Loaded {
    @Override
    public List<ContentProblem> warnings() {
      return content.warnings();
    }
  }

  record Bad(List<ContentProblem> faults, List<ContentProblem> warnings) implements Loaded {
    public Bad {
      faults = List.copyOf(faults);
      warnings = List.copyOf(warnings);
    }
  }
}
