package bot.optout.store;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the database takes changes, and why not: said once in the log, and once when it does. */
final class WriteHealth {
  private static final Logger LOG = LoggerFactory.getLogger(WriteHealth.class);

  private final Dialect dialect;
  private volatile Optional<String> ailment = Optional.empty();

  WriteHealth(Dialect dialect) {
    this.dialect = dialect;
  }

  boolean ailing() {
    return ailment.isPresent();
  }

  void wrote() {
    if (ailing()) {
      recovered();
    }
  }

  private synchronized void recovered() {
    if (ailing()) {
      ailment = Optional.empty();
      LOG.info("The database can be written again");
    }
  }

  /** Makes the failure one that names its reason. */
  StoreException failed(RuntimeException trouble) {
    Optional<String> why =
        SqlCauses.of(trouble).flatMap(sql -> dialect.ailment(sql).stream()).findFirst();
    why.ifPresent(this::ails);
    return new StoreException(
        "the database cannot be written" + why.map(reason -> ": " + reason).orElse(""), trouble);
  }

  private synchronized void ails(String why) {
    if (!ailment.equals(Optional.of(why))) {
      ailment = Optional.of(why);
      LOG.error(
          "The database cannot be written: {}. What was accepted is kept; nothing new is accepted"
              + " until that is mended",
          why);
    }
  }
}
