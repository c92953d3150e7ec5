package bot.optout.conversation;

import bot.optout.knowledge.Finding;
import bot.optout.knowledge.KnowledgeBase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a text asks: as a whole, and sentence by sentence where there are several.
 *
 * @param finding for the text, or for its first sentence that has an answer
 * @param more entries that answer further sentences
 */
record Asked(Finding finding, List<String> more) {
  private static final int MOST_SENTENCES = 6;
  private static final int MOST_MORE = 2;
  private static final int WORDS_OF_A_SENTENCE = 3;

  Asked {
    more = List.copyOf(more);
  }

  static Asked of(String text, KnowledgeBase knowledge, Predicate<String> isQuestion) {
    Finding whole = knowledge.find(text);
    List<String> sentences = sentences(text);
    if (sentences.size() < 2) {
      return new Asked(whole, List.of());
    }
    Set<String> answers = new LinkedHashSet<>();
    for (String sentence : sentences) {
      if (isQuestion.test(sentence) || !(whole instanceof Finding.Answer)) {
        answered(knowledge.find(sentence), answers);
      }
    }
    return combined(whole, answers);
  }

  private static void answered(Finding finding, Set<String> answers) {
    if (finding instanceof Finding.Answer answer) {
      answers.add(answer.entry());
    }
  }

  private static Asked combined(Finding whole, Set<String> answers) {
    if (answers.isEmpty()) {
      return new Asked(whole, List.of());
    }
    Finding first =
        whole instanceof Finding.Answer
            ? whole
            : new Finding.Answer(answers.iterator().next(), whole.candidates());
    List<String> more = new ArrayList<>(answers);
    more.remove(((Finding.Answer) first).entry());
    return new Asked(first, more.subList(0, Math.min(MOST_MORE, more.size())));
  }

  private static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    for (String part : text.split("(?<=[.?!])\\s+|\\n+", -1)) {
      if (part.strip().split("\\s+").length >= WORDS_OF_A_SENTENCE) {
        sentences.add(part.strip());
      }
    }
    return sentences.subList(0, Math.min(MOST_SENTENCES, sentences.size()));
  }
}
