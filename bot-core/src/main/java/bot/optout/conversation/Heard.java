package bot.optout.conversation;

import bot.optout.knowledge.Finding;
import java.util.Optional;

/**
 * A text, and all that was understood of it before deciding. {@code toString} hides the text.
 *
 * @param text trimmed, as typed
 * @param wish a repair or another wish the whole text stands for
 * @param correction whether it announces a correction ("actually …", "change … to …")
 * @param question whether it is worded as a question
 * @param bareMention whether it says nothing but what it mentions
 */
public record Heard(
    String text,
    Optional<Wish> wish,
    Mentions mentions,
    boolean correction,
    boolean question,
    boolean bareMention,
    Finding finding) {
  boolean means(Wish some) {
    return wish.filter(some::equals).isPresent();
  }

  @Override
  public String toString() {
    return "Heard[" + wish.map(Wish::name).orElse("text") + "]";
  }
}
