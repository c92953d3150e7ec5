package bot.optout.conversation;

import java.util.List;

/**
 * Words of one language by which the kind of a text is told; lower case.
 *
 * @param followUps beginnings that go on from the last answer: "and", "what about"
 * @param whys whole messages that ask for the reason of the last answer
 * @param chainPosts phrases of the posts that forbid Meta everything; two of them make one
 */
public record Markers(List<String> followUps, List<String> whys, List<String> chainPosts) {
  public static final Markers NONE = new Markers(List.of(), List.of(), List.of());

  public Markers {
    followUps = List.copyOf(followUps);
    whys = List.copyOf(whys);
    chainPosts = List.copyOf(chainPosts);
  }
}
