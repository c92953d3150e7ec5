package bot.optout.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.transcript.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * The first call of a turn to the database fails, then the second, then the third, in every way,
 * until there is no such call any more; the same with the platform. Whatever fails: every message
 * has exactly one effect, in order, and at most the one in flight comes twice.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FaultAtEveryPoint {
  private static final Instant START = Instant.parse("2026-11-24T10:15:00Z");

  /** With these nobody can know whether it arrived; all others leave no doubt. */
  private static final Set<SendTrouble> MAY_REPEAT =
      EnumSet.of(SendTrouble.ANSWER_LOST, SendTrouble.KILLED_AFTER);

  private final SettableClock clock = new SettableClock(START);
  private final Disk disk;
  private final Trap trap = new Trap();
  private final Replica replica;
  private int stages;
  private int faults;

  FaultAtEveryPoint(Function<Clock, Disk> formatted) {
    this.disk = formatted.apply(clock);
    this.replica = new Replica(disk, clock, trap);
  }

  @BeforeAll
  void quiet() {
    Quiet.begin();
  }

  @AfterAll
  void close() {
    replica.close();
    disk.close();
    Quiet.end();
    System.out.printf("%d faults, each in a dialogue of its own%n", faults);
  }

  /** Each of its calls fails in one way, another way each; with -Pdeep in all of them. */
  final void failsAtEveryCallToTheDatabase(Dialogue dialogue) {
    List<String> expected = undisturbed(dialogue);
    int call = 1;
    while (disturbed(dialogue, call, expected)) {
      call++;
    }
    assertTrue(call > 20, dialogue + " has only " + call + " calls to the database");
  }

  private boolean disturbed(Dialogue dialogue, int call, List<String> expected) {
    DatabaseTrouble[] all = DatabaseTrouble.values();
    if (!Boolean.getBoolean("deep")) {
      return disturbed(dialogue, all[call % all.length], call, expected);
    }
    boolean happened = false;
    for (DatabaseTrouble trouble : all) {
      happened |= disturbed(dialogue, trouble, call, expected);
    }
    return happened;
  }

  final void failsAtEveryMessageToThePlatform(Dialogue dialogue) {
    List<String> expected = undisturbed(dialogue);
    for (SendTrouble trouble : SendTrouble.values()) {
      int send = 1;
      while (disturbed(dialogue, trouble, send, expected)) {
        send++;
      }
    }
  }

  private List<String> undisturbed(Dialogue dialogue) {
    Stage stage = stage();
    stage.play(dialogue.before());
    stage.play(dialogue.during());
    stage.recover();
    stage.play(dialogue.after());
    return List.copyOf(stage.seen());
  }

  private boolean disturbed(
      Dialogue dialogue, DatabaseTrouble trouble, int call, List<String> expected) {
    Stage stage = stage();
    stage.play(dialogue.before());
    trap.set(trouble, call, stage::dies, stage::troubled);
    stage.play(dialogue.during());
    boolean happened = trap.sprung();
    trap.remove();
    check(dialogue + ", " + trouble + " at call " + call, stage, dialogue, expected, true);
    return happened;
  }

  private boolean disturbed(
      Dialogue dialogue, SendTrouble trouble, int send, List<String> expected) {
    Stage stage = stage();
    stage.play(dialogue.before());
    stage.spoil(trouble, send);
    stage.play(dialogue.during());
    boolean happened = stage.wasSpoiled();
    String what = dialogue + ", " + trouble + " at message " + send;
    check(what, stage, dialogue, expected, MAY_REPEAT.contains(trouble));
    return happened;
  }

  private void check(
      String what, Stage stage, Dialogue dialogue, List<String> expected, boolean mayRepeat) {
    faults++;
    stage.recover();
    stage.play(dialogue.after());
    stage.redeliver();
    List<String> repeated = History.repeated(what, expected, stage.seen());
    List<String> inFlight = mayRepeat ? stage.lastBefore().stream().toList() : List.of();
    List<String> wrong = new ArrayList<>(repeated);
    inFlight.forEach(wrong::remove);
    assertEquals(List.of(), wrong, what + ": comes twice");
  }

  private Stage stage() {
    clock.advance(Duration.between(clock.instant(), START));
    stages++;
    return new Stage("platform" + stages, clock, replica);
  }
}
