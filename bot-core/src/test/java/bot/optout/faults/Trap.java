package bot.optout.faults;

import java.sql.SQLException;
import java.util.Optional;

/** A gate that counts the calls and lets the k-th go wrong. */
final class Trap implements Gate {
  private Optional<DatabaseTrouble> trouble = Optional.empty();
  private Runnable death = () -> {};
  private Runnable notice = () -> {};
  private int left;
  private boolean sprung;

  /**
   * @param call from 1 on
   * @param dying what happens to the process if the trouble is its death
   * @param telling learns of any other trouble
   */
  void set(DatabaseTrouble trap, int call, Runnable dying, Runnable telling) {
    trouble = Optional.of(trap);
    left = call;
    death = dying;
    notice = telling;
    sprung = false;
  }

  void remove() {
    trouble = Optional.empty();
  }

  /** Whether there was such a call. */
  boolean sprung() {
    return sprung;
  }

  @Override
  public void before(boolean inTransaction) throws SQLException {
    if (trouble.isPresent()) {
      left--;
      springIf(trouble.get().before());
    }
  }

  @Override
  public void after() throws SQLException {
    if (trouble.isPresent()) {
      springIf(!trouble.get().before());
    }
  }

  private void springIf(boolean now) throws SQLException {
    if (left != 0 || !now) {
      return;
    }
    DatabaseTrouble springing = trouble.orElseThrow();
    remove();
    sprung = true;
    (springing.kills() ? death : notice).run();
    throw springing.exception();
  }
}
