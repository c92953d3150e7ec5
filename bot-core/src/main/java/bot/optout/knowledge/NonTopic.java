package bot.optout.knowledge;

import java.util.List;

/**
 * A neighbouring subject that is known not to be ours.
 *
 * @param variants how people ask about it
 * @param pointer one or two sentences that send the person on
 */
public record NonTopic(String id, List<String> variants, String pointer) {
  public NonTopic {
    variants = List.copyOf(variants);
  }

  @Override
  public String toString() {
    return "NonTopic[" + id + "]";
  }
}
