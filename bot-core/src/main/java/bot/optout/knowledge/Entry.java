package bot.optout.knowledge;

import java.util.List;

/** One curated answer in one language. Ids are stable across languages and versions. */
public record Entry(
    String id,
    String topic,
    String question,
    List<String> variants,
    List<AnswerBlock> answer,
    List<Source> sources,
    Validity validity,
    Confidence confidence,
    List<String> related) {
  public Entry {
    variants = List.copyOf(variants);
    answer = List.copyOf(answer);
    sources = List.copyOf(sources);
    related = List.copyOf(related);
  }

  @Override
  public String toString() {
    return "Entry[" + id + "]";
  }
}
