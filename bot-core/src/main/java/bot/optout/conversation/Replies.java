package bot.optout.conversation;

import bot.optout.letter.ReplyKind;
import bot.optout.letter.ReplyReader;
import java.util.List;
import java.util.Map;

/**
 * How the answers of companies are read, and what follows from them.
 *
 * @param next ids of the entries that say what to do, by kind
 */
public record Replies(ReplyReader reader, Map<ReplyKind, List<String>> next) {
  public Replies {
    next = Map.copyOf(next);
  }

  List<String> next(ReplyKind kind) {
    return next.getOrDefault(kind, List.of());
  }
}
