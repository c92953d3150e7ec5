package bot.optout.content;

import java.util.List;

/** What came of loading a folder: content, or all of its faults. */
public sealed interface Loaded {
  List<Problem> warnings();

  record Good(Content content) implements Loaded {
    @Override
    public List<Problem> warnings() {
      return content.warnings();
    }
  }

  record Bad(List<Problem> faults, List<Problem> warnings) implements Loaded {
    public Bad {
      faults = List.copyOf(faults);
      warnings = List.copyOf(warnings);
    }
  }
}
