package bot.optout.store;

import java.time.LocalDate;
import java.util.List;

/** What whoever runs the bot may see: counters without people, and questions people shared. */
public final class Feedback {
  private final Database database;
  private final FeedbackRows rows;

  Feedback(Database database, FeedbackRows rows) {
    this.database = database;
    this.rows = rows;
  }

  /** How often something was counted; see {@link Note.Count}. */
  public record Counted(String kind, String subject, long count) {}

  /** Of that day and all later ones, by kind, the most frequent subject first. */
  public List<Counted> counts(LocalDate since) {
    return database.read(handle -> FeedbackRows.counts(handle, since));
  }

  /** Newest first. */
  public List<SharedQuestion> questions() {
    return database.read(rows::questions);
  }
}
