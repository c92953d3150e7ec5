package bot.optout.console;

import bot.optout.store.SharedQuestion;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;

/**
 * Prints what was not answered for programs, one object a line; {@code kind} tells what it is:
 * {@code questions}, {@code totals}, {@code entry}, {@code link} or {@code counter}.
 */
final class UnansweredJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintStream out;

  UnansweredJson(PrintStream out) {
    this.out = out;
  }

  void print(List<Unanswered.Asked> questions, FeedbackReport report) {
    questions.forEach(asked -> out.println(questions(asked)));
    out.println(
        of("totals").put("unknown", report.unknown()).put("out_of_scope", report.outOfScope()));
    report.entries().forEach(entry -> out.println(entry(entry)));
    report
        .links()
        .forEach(
            link -> out.println(of("link").put("url", link.url()).put("broken", link.broken())));
    report
        .others()
        .forEach(
            one ->
                out.println(
                    of("counter")
                        .put("name", one.kind())
                        .put("subject", one.subject())
                        .put("count", one.count())));
  }

  private static ObjectNode questions(Unanswered.Asked asked) {
    QuestionGroup group = asked.group();
    ObjectNode node = of("questions").put("count", group.size());
    node.put("language", group.typical().language()).put("question", group.typical().text());
    ArrayNode wordings = node.putArray("wordings");
    group.questions().stream().map(SharedQuestion::text).distinct().forEach(wordings::add);
    group.questions().stream()
        .map(SharedQuestion::day)
        .max(Comparator.naturalOrder())
        .ifPresent(day -> node.put("last", day.toString()));
    node.putNull("suggestion");
    asked
        .suggestion()
        .ifPresent(
            best ->
                node.putObject("suggestion")
                    .put("entry", best.entry())
                    .put("score", best.score())
                    .put("question", best.question())
                    .put("picked", best.picked()));
    return node;
  }

  private static ObjectNode entry(FeedbackReport.OnEntry entry) {
    ObjectNode node = of("entry").put("entry", entry.entry());
    node.put("up", entry.up()).put("down", entry.down()).put("picks", entry.picks());
    ObjectNode reasons = node.putObject("reasons");
    entry.reasons().forEach(reasons::put);
    return node;
  }

  private static ObjectNode of(String kind) {
    return JSON.createObjectNode().put("kind", kind);
  }
}
