package bot.optout.faults;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On PostgreSQL; of the dialogues only one in the build, in which something is said that could be
 * lost, and all with {@code -Pdeep}.
 */
final class PostgresFaultsTest extends FaultAtEveryPoint {
  PostgresFaultsTest() {
    super(Disk::onServer);
  }

  static Stream<Dialogue> dialogues() {
    return Dialogues.all()
        .filter(dialogue -> Boolean.getBoolean("deep") || dialogue.name().equals("questions"));
  }

  @ParameterizedTest
  @MethodSource("dialogues")
  void at_every_call_to_the_database(Dialogue dialogue) {
    failsAtEveryCallToTheDatabase(dialogue);
  }

  @Tag("deep")
  @ParameterizedTest
  @MethodSource("dialogues")
  void at_every_message_to_the_platform(Dialogue dialogue) {
    failsAtEveryMessageToThePlatform(dialogue);
  }
}
