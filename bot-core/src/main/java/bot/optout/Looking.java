package bot.optout;

import bot.optout.content.Content;
import bot.optout.conversation.AnswerCard;
import bot.optout.conversation.Scene;
import bot.optout.conversation.Script;
import bot.optout.knowledge.Candidate;
import bot.optout.knowledge.Entry;
import bot.optout.knowledge.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks a question up for somebody who only reads: no state, no turn, nothing kept. */
final class Looking {
  private static final int MOST = 5;

  private final Content content;
  private final LocalDate today;

  Looking(Content content, LocalDate today) {
    this.content = content;
    this.today = today;
  }

  List<Found> look(String question, Optional<String> locale) {
    String expected = locale.flatMap(content::closest).orElse(content.defaultLanguage());
    Script script = content.script(Language.told(question, expected, true, content).tag());
    Scene scene = Scene.ofAStranger(script, content.locales(), today, false);
    return entries(question, script)
        .limit(MOST)
        .map(entry -> new Found(entry.id(), entry.question(), AnswerCard.quotable(entry, scene)))
        .toList();
  }

  /** Of a question that nothing here answers, nothing; of no question, one answer of each topic. */
  private static Stream<Entry> entries(String question, Script script) {
    if (question.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return script.knowledge().oneOfEachTopic().stream();
    }
    return ids(script.hear(question).finding())
        .distinct()
        .flatMap(id -> script.knowledge().entry(id).stream());
  }

  private static Stream<String> ids(Finding finding) {
    Stream<String> candidates = finding.candidates().stream().map(Candidate::entry);
    if (finding instanceof Finding.Answer answer) {
      return Stream.concat(Stream.of(answer.entry()), candidates);
    }
    if (finding instanceof Finding.Clarify clarify) {
      return Stream.concat(clarify.entries().stream(), candidates);
    }
    return Stream.empty();
  }
}
