package bot.optout.faults;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Some of the worlds on PostgreSQL, where two processes have a connection each. */
@Tag("deep")
final class PostgresSimulationTest {
  private static final int WORLDS = 50;

  @BeforeAll
  static void quiet() {
    Quiet.begin();
  }

  @AfterAll
  static void loud() {
    Quiet.end();
  }

  @Test
  void whatever_goes_wrong_everybody_sees_what_they_should() {
    Worlds.live(Disk::onServer, WORLDS);
  }
}
