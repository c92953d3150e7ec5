package bot.optout.letter;

import java.util.List;

/** Whether an objection letter is the right thing for a draft. */
public sealed interface Ruling {
  /** A letter is right, or may be once more is known. */
  record LetterPossible() implements Ruling {}

  /** No letter is right; these entries tell the honest way instead. */
  record OtherWay(List<String> entries) implements Ruling {
    public OtherWay {
      entries = List.copyOf(entries);
    }
  }
}
