package bot.optout.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Counters and shared questions inside a transaction. Days are days since 1970, in UTC. */
final class FeedbackRows {
  private static final String TEXT = "question.text";
  private static final String LANGUAGE = "question.language";

  private final Vault vault;

  FeedbackRows(Vault vault) {
    this.vault = vault;
  }

  void add(Handle handle, PersonKey person, Decision decision, Instant now) {
    long day = day(now).toEpochDay();
    counts(decision).forEach(count -> add(handle, count, day));
    for (Note note : decision.notes()) {
      if (note instanceof Note.Question question && !decision.forget()) {
        add(handle, vault.hash(person), question, day);
      }
    }
  }

  /** Everybody counts in the same order, so that no two turns wait for each other. */
  private static List<Note.Count> counts(Decision decision) {
    return decision.notes().stream()
        .filter(Note.Count.class::isInstance)
        .map(Note.Count.class::cast)
        .sorted(Comparator.comparing(Note.Count::kind).thenComparing(Note.Count::subject))
        .toList();
  }

  private static void add(Handle handle, Note.Count count, long day) {
    handle.execute(
        """
        INSERT INTO tally (day, kind, subject, count) VALUES (?, ?, ?, 1)
        ON CONFLICT (day, kind, subject) DO UPDATE SET count = tally.count + 1""",
        day,
        count.kind(),
        count.subject());
  }

  private void add(Handle handle, byte[] person, Note.Question question, long day) {
    handle.execute(
        "INSERT INTO question (person, text, language, meant, day) VALUES (?, ?, ?, ?, ?)",
        person,
        vault.seal(TEXT, question.text()),
        vault.seal(LANGUAGE, question.language()),
        question.meant().orElse(null),
        day);
  }

  List<SharedQuestion> of(Handle handle, byte[] person) {
    return handle
        .createQuery(
            "SELECT text, language, meant, day FROM question WHERE person = :person ORDER BY id DESC")
        .bind("person", person)
        .map(question())
        .list();
  }

  List<SharedQuestion> questions(Handle handle) {
    return handle
        .createQuery("SELECT text, language, meant, day FROM question ORDER BY id DESC")
        .map(question())
        .list();
  }

  private RowMapper<SharedQuestion> question() {
    return (row, context) ->
        new SharedQuestion(
            vault.open(TEXT, row.getBytes(1)),
            vault.open(LANGUAGE, row.getBytes(2)),
            Optional.ofNullable(row.getString(3)),
            LocalDate.ofEpochDay(row.getLong(4)));
  }

  static List<Feedback.Counted> counts(Handle handle, LocalDate since) {
    return handle
        .createQuery(
            """
            SELECT kind, subject, SUM(count) FROM tally WHERE day >= :since
            GROUP BY kind, subject ORDER BY kind, SUM(count) DESC, subject""")
        .bind("since", since.toEpochDay())
        .map(
            (row, context) ->
                new Feedback.Counted(row.getString(1), row.getString(2), row.getLong(3)))
        .list();
  }

  void forget(Handle handle, byte[] person) {
    handle.execute("DELETE FROM question WHERE person = ?", person);
  }

  /** Removes what is past its time; how many questions that were. */
  static int expire(Handle handle, Instant now) {
    long today = day(now).toEpochDay();
    handle.execute("DELETE FROM tally WHERE day <= ?", today - Times.COUNT.toDays());
    return handle.execute("DELETE FROM question WHERE day <= ?", today - Times.QUESTION.toDays());
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
