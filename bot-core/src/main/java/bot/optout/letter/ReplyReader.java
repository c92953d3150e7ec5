package bot.optout.letter;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads nothing yet. */
public final class ReplyReader {
  public static final ReplyReader NONE = new ReplyReader();

  public ReplyReading read(String text) {
    return new ReplyReading(
        ReplyKind.UNCLEAR,
        false,
        Optional.empty(),
        Set.of(),
        Set.of(),
        false,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
