package bot.optout.conversation;

import bot.optout.knowledge.Entry;
import java.util.Optional;

/**
 * The little that is remembered between messages, for 30 minutes of silence. {@code toString} hides
 * it.
 *
 * @param entry shown last
 * @param place the person said they live in
 * @param service the person spoke of last
 * @param unanswered the last question that had no answer, or not a sure one, until the person says
 *     whether the operator may see it
 * @param language tag of the language they wrote in last, where it could be told
 */
public record Context(
    Optional<String> entry,
    Optional<String> place,
    Optional<String> service,
    Optional<String> unanswered,
    Optional<String> language) {
  public static final Context EMPTY =
      new Context(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public boolean isEmpty() {
    return equals(EMPTY);
  }

  Context showing(Entry shown) {
    return new Context(Optional.of(shown.id()), place, service, Optional.empty(), language);
  }

  Context noticing(Mentions mentions) {
    return about(mentions.place(), mentions.services().stream().findFirst());
  }

  /** With a place and a service, where there are any. */
  Context about(Optional<String> livingIn, Optional<String> using) {
    return new Context(
        entry, livingIn.or(() -> place), using.or(() -> service), unanswered, language);
  }

  Context notAnswering(Optional<String> question) {
    return new Context(entry, place, service, question, language);
  }

  public Context speaking(Optional<String> tag) {
    return new Context(entry, place, service, unanswered, tag.or(() -> language));
  }

  @Override
  public String toString() {
    return "Context[" + entry.orElse("-") + "]";
  }
}
