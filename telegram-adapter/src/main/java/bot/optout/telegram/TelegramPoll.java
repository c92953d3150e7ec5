package bot.optout.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalLong;

/** How one {@code getUpdates} ended. */
sealed interface TelegramPoll {
  /** The updates in Telegram's order, each as it came. */
  record Batch(List<JsonNode> updates) implements TelegramPoll {
    public Batch {
      updates = List.copyOf(updates);
    }

    @Override
    public String toString() {
      return "Batch[" + updates.size() + "]";
    }
  }

  /**
   * A complete answer that is no JSON.
   *
   * @param first the number of its first update, as far as that can be seen
   */
  record Garbled(OptionalLong first, String body) implements TelegramPoll {
    @Override
    public String toString() {
      return "Garbled";
    }
  }

  record Troubled(TelegramTrouble trouble) implements TelegramPoll {}
}
