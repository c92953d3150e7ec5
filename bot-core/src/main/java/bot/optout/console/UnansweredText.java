package bot.optout.console;

import bot.optout.store.SharedQuestion;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints what was not answered for reading. */
final class UnansweredText {
  private static final int WORDINGS = 5;

  private final PrintStream out;

  UnansweredText(PrintStream out) {
    this.out = out;
  }

  void print(LocalDate since, List<Unanswered.Asked> questions, FeedbackReport report) {
    int all = questions.stream().mapToInt(asked -> asked.group().size()).sum();
    line(
        "Since %s: %d questions that people let you see, in %d groups",
        since, all, questions.size());
    questions.forEach(this::print);
    line("%nNot known %d, not our subject %d", report.unknown(), report.outOfScope());
    printEntries(report);
    report
        .links()
        .forEach(link -> line("Link said not to work %d×  %s", link.broken(), link.url()));
    report.others().forEach(one -> line("%s %d×  %s", one.kind(), one.count(), one.subject()));
    line("%nNothing is learned from this: whoever edits the content decides.");
  }

  private void print(Unanswered.Asked asked) {
    QuestionGroup group = asked.group();
    line("%n%d×  [%s] %s", group.size(), group.typical().language(), group.typical().text());
    group.questions().stream()
        .map(SharedQuestion::text)
        .distinct()
        .filter(text -> !text.equals(group.typical().text()))
        .limit(WORDINGS)
        .forEach(text -> line("      also: %s", text));
    asked
        .suggestion()
        .ifPresent(
            best ->
                line(
                    best.picked()
                        ? "      suggested variant of %s, which was meant: %3$s"
                        : "      closest: %s (%.2f) %s",
                    best.entry(),
                    best.score(),
                    best.question()));
  }

  private void printEntries(FeedbackReport report) {
    report.entries().stream()
        .filter(entry -> entry.up() + entry.down() > 0 || !entry.reasons().isEmpty())
        .forEach(
            entry ->
                line(
                    "👎 %d  👍 %d  %s%s", entry.down(), entry.up(), entry.entry(), reasons(entry)));
    report.entries().stream()
        .filter(entry -> entry.picks() > 0)
        .forEach(
            entry ->
                line(
                    "Picked %d× when the bot had to ask: %s may need more variants",
                    entry.picks(), entry.entry()));
  }

  private static String reasons(FeedbackReport.OnEntry entry) {
    return entry.reasons().isEmpty()
        ? ""
        : entry.reasons().entrySet().stream()
            .map(reason -> reason.getKey() + " " + reason.getValue())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private void line(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }
}
