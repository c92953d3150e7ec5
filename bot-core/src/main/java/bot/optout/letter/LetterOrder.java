package bot.optout.letter;

import java.util.Optional;

/**
 * What to write.
 *
 * @param authority for a complaint, if the person has chosen one
 */
public record LetterOrder(
    LetterKind kind, Draft draft, History history, Optional<Authority> authority) {
  public LetterOrder(LetterKind kind, Draft draft, History history) {
    this(kind, draft, history, Optional.empty());
  }

  public LetterOrder to(Authority chosen) {
    return new LetterOrder(kind, draft, history, Optional.of(chosen));
  }
}
