package bot.optout.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.store.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trouble is what it is on a real PostgreSQL, and its commits are points of failure. */
final class GatedConnectionsTest {
  private static final String URL = PostgresServer.newDatabase().url();

  private final Trap trap = new Trap();
  private final GatedConnections process = new GatedConnections(trap);

  @BeforeAll
  static void create() throws SQLException {
    try (Connection plain = DriverManager.getConnection(URL)) {
      execute(plain, "CREATE TABLE said (word TEXT)");
    }
  }

  @BeforeEach
  void empty() throws SQLException {
    try (Connection plain = DriverManager.getConnection(URL)) {
      execute(plain, "DELETE FROM said");
    }
  }

  @Test
  void a_refused_statement_spoils_its_transaction() throws SQLException {
    Connection connection = begun();
    execute(connection, "INSERT INTO said VALUES ('before')");
    set(DatabaseTrouble.REFUSED);
    assertThrows(SQLException.class, () -> execute(connection, "INSERT INTO said VALUES ('now')"));
    SQLException next =
        assertThrows(SQLException.class, () -> execute(connection, "SELECT 1"), "it is spoilt");
    assertEquals("25P02", next.getSQLState());
    connection.rollback();
    execute(connection, "INSERT INTO said VALUES ('again')");
    connection.commit();
    connection.close();
    assertEquals("again", said());
  }

  @Test
  void a_refused_commit_has_changed_nothing() throws SQLException {
    Connection connection = begun();
    execute(connection, "INSERT INTO said VALUES ('word')");
    set(DatabaseTrouble.BUSY);
    assertEquals("40P01", assertThrows(SQLException.class, connection::commit).getSQLState());
    connection.rollback();
    connection.close();
    assertEquals("", said());
  }

  @Test
  void a_commit_without_an_answer_stands_and_its_connection_is_lost() throws SQLException {
    Connection connection = begun();
    execute(connection, "INSERT INTO said VALUES ('word')");
    set(DatabaseTrouble.UNANSWERED);
    assertThrows(LostConnection.class, connection::commit);
    assertThrows(LostConnection.class, connection::rollback);
    assertEquals("word", said());
  }

  @Test
  void what_commits_by_being_told_to_do_so_by_itself_is_a_commit() throws SQLException {
    Connection connection = begun();
    execute(connection, "INSERT INTO said VALUES ('word')");
    set(DatabaseTrouble.CONNECTION_LOST);
    assertThrows(LostConnection.class, () -> connection.setAutoCommit(true));
    assertTrue(trap.sprung());
    assertEquals("", said());
  }

  @Test
  void who_is_killed_leaves_nothing_half_done() throws SQLException {
    Connection connection = begun();
    set(DatabaseTrouble.KILLED_AFTER);
    assertThrows(
        LostConnection.class, () -> execute(connection, "INSERT INTO said VALUES ('word')"));
    assertEquals("", said());
  }

  private Connection begun() throws SQLException {
    DataSource real =
        Stand.in(DataSource.class, (method, arguments) -> DriverManager.getConnection(URL));
    Connection connection = process.through(real).getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  /** The next call goes wrong. */
  private void set(DatabaseTrouble trouble) {
    trap.set(trouble, 1, process::die, () -> {});
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean unused = statement.execute(sql);
    }
  }

  private static String said() {
    return PostgresServer.ask(URL, "SELECT coalesce(string_agg(word, ' '), '') FROM said");
  }
}
