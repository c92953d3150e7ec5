package bot.optout.console;

import bot.optout.content.Content;
import bot.optout.knowledge.Candidate;
import bot.optout.knowledge.Entry;
import bot.optout.knowledge.KnowledgeBase;
import bot.optout.knowledge.SentenceModel;
import bot.optout.store.Feedback;
import bot.optout.store.SharedQuestion;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the bot could not answer, and what people thought of what it did answer. Only reads. */
final class Unanswered {
  /**
   * Cosine of the sentence model. Of 470 labelled questions that were written to differ, grouped
   * like this, 98 % stood with those of the same entry.
   */
  static final double SAME = 0.85;

  private final Content content;
  private final QuestionGroups groups;

  Unanswered(Content content, SentenceModel model) {
    this.content = content;
    this.groups = new QuestionGroups(model, SAME);
  }

  /**
   * The entry that comes closest to a question; it need not answer it.
   *
   * @param picked whether the people who asked said that they meant it: then their wording may
   *     become a variant of it
   */
  record Suggestion(String entry, double score, String question, boolean picked) {}

  /** A group of questions and what may be done about it. */
  record Asked(QuestionGroup group, Optional<Suggestion> suggestion) {}

  /** Says everything since that day. */
  void print(Feedback feedback, LocalDate since, boolean json, PrintStream out) {
    List<Asked> questions = questions(feedback, since);
    FeedbackReport report = FeedbackReport.of(feedback.counts(since));
    if (json) {
      new UnansweredJson(out).print(questions, report);
    } else {
      new UnansweredText(out).print(since, questions, report);
    }
  }

  /** Of that day and all later ones, most frequent first. */
  List<Asked> questions(Feedback feedback, LocalDate since) {
    List<SharedQuestion> recent =
        feedback.questions().stream().filter(one -> !one.day().isBefore(since)).toList();
    return groups.of(recent).stream()
        .sorted(Comparator.comparing(QuestionGroup::size).reversed())
        .map(group -> new Asked(group, suggestion(group)))
        .toList();
  }

  private Optional<Suggestion> suggestion(QuestionGroup group) {
    SharedQuestion question = group.typical();
    KnowledgeBase knowledge = content.script(question.language()).knowledge();
    List<Candidate> found = knowledge.find(question.text()).candidates();
    return group
        .meant()
        .flatMap(knowledge::entry)
        .map(entry -> new Suggestion(entry.id(), 1, entry.question(), true))
        .or(() -> found.stream().findFirst().map(best -> closest(best, knowledge)));
  }

  private static Suggestion closest(Candidate best, KnowledgeBase knowledge) {
    String question = knowledge.entry(best.entry()).map(Entry::question).orElse("");
    return new Suggestion(best.entry(), best.score(), question, false);
  }
}
