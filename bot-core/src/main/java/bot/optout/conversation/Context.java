package bot.optout.conversation;

import bot.optout.knowledge.Entry;
import java.util.Optional;

/**
 * The little that is remembered between messages, for 30 minutes of silence.
 *
 * @param entry shown last
 * @param place the person said they live in
 * @param service the person spoke of last
 */
public record Context(Optional<String> entry, Optional<String> place, Optional<String> service) {
  public static final Context EMPTY =
      new Context(Optional.empty(), Optional.empty(), Optional.empty());

  public boolean isEmpty() {
    return equals(EMPTY);
  }

  Context showing(Entry shown) {
    return new Context(Optional.of(shown.id()), place, service);
  }

  Context noticing(Mentions mentions) {
    return new Context(
        entry,
        mentions.place().or(() -> place),
        mentions.services().stream().findFirst().or(() -> service));
  }
}
