package bot.optout.knowledge;

import java.util.List;

/** A paragraph or list of an answer: a fact with the keys of its sources, or advice. */
public record AnswerBlock(String text, Kind kind, List<String> sources) {
  /** Facts need a source; advice follows from them. */
  public enum Kind {
    FACT,
    ADVICE
  }

  public AnswerBlock {
    sources = List.copyOf(sources);
  }
}
