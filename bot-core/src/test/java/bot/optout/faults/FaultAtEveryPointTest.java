package bot.optout.faults;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On SQLite. */
final class FaultAtEveryPointTest extends FaultAtEveryPoint {
  FaultAtEveryPointTest() {
    super(Disk::inMemory);
  }

  @ParameterizedTest
  @MethodSource("bot.optout.faults.Dialogues#all")
  void at_every_call_to_the_database(Dialogue dialogue) {
    failsAtEveryCallToTheDatabase(dialogue);
  }

  @ParameterizedTest
  @MethodSource("bot.optout.faults.Dialogues#all")
  void at_every_message_to_the_platform(Dialogue dialogue) {
    failsAtEveryMessageToThePlatform(dialogue);
  }
}
