package bot.optout.faults;

import bot.optout.Outgoing;
import bot.optout.delivery.Sending;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What goes wrong in a world, and when: decided by its random numbers alone. It also keeps account
 * of whose message may come twice for it.
 */
final class Weather {
  /** Fewer than the tries of a turn, so that none has to be set aside. */
  private static final int DISTURBANCES_A_DAY = 4;

  private static final int DATABASE_TROUBLE_IN = 150;
  private static final int MEANWHILE_IN = 40;
  private static final int SEND_TROUBLE_IN = 4;
  private static final int BUGS_A_DAY = 2;

  private static final SendTrouble[] SENDS = SendTrouble.values();
  private static final DatabaseTrouble[] CALLS = DatabaseTrouble.values();

  private final Random random;
  private final Duration lease;
  private final Meanwhile meanwhile;
  private final Map<String, Integer> mayRepeat = new HashMap<>();
  private final Set<String> doubted = new HashSet<>();
  private final Map<String, Integer> bugs = new HashMap<>();
  private boolean calm = true;
  private boolean doubt;
  private boolean within;
  private int left;

  /** Goes on elsewhere while a process stands still. */
  @FunctionalInterface
  interface Meanwhile {
    /**
     * Happens now.
     *
     * @param standing index of the process that waits
     * @param time how long it waits
     */
    void happens(int standing, Duration time);
  }

  Weather(Random random, Duration lease, Meanwhile meanwhile) {
    this.random = random;
    this.lease = lease;
    this.meanwhile = meanwhile;
  }

  void newDay() {
    calm = false;
    left = DISTURBANCES_A_DAY;
    doubt = false;
    doubted.clear();
    bugs.clear();
    mayRepeat.clear();
  }

  /** Nothing goes wrong until the next day. */
  void calm() {
    calm = true;
  }

  /** Does something without any trouble. */
  void spare(Runnable work) {
    boolean before = calm;
    calm = true;
    try {
      work.run();
    } finally {
      calm = before;
    }
  }

  int mayRepeat(String chat) {
    return mayRepeat.getOrDefault(chat, 0);
  }

  /** A process is about to ask the database. */
  void before(Machine machine, boolean inTransaction) throws SQLException {
    if (calm) {
      return;
    }
    strike(machine, true);
    if (!inTransaction && random.nextInt(MEANWHILE_IN) == 0) {
      standStill(machine);
    }
  }

  /** It asked, and the answer is about to come. */
  void after(Machine machine) throws SQLException {
    if (!calm) {
      strike(machine, false);
    }
  }

  private void strike(Machine machine, boolean before) throws SQLException {
    if (left == 0 || random.nextInt(DATABASE_TROUBLE_IN) != 0) {
      return;
    }
    DatabaseTrouble trouble = CALLS[random.nextInt(CALLS.length)];
    if (trouble.before() != before) {
      return;
    }
    disturbed(machine);
    if (trouble.kills()) {
      machine.replica().kill();
    }
    throw trouble.exception();
  }

  /** The process loses its time slice; others go on, and may take over what it held too long. */
  private void standStill(Machine machine) {
    if (within) {
      return;
    }
    boolean tooLong = left > 0 && random.nextInt(3) == 0;
    if (tooLong) {
      disturbed(machine);
    }
    within = true;
    try {
      meanwhile.happens(
          machine.index(),
          tooLong ? lease.plusSeconds(5) : Duration.ofMillis(random.nextInt(2_000)));
    } finally {
      within = false;
    }
  }

  /** A death, a lost answer or a stall: what was on its way then may come once more. */
  void disturbed(Machine machine) {
    left--;
    doubt = true;
    machine.onItsWay().forEach(chat -> mayRepeat.merge(chat, 1, Integer::sum));
  }

  /** Whether it is still early enough for another disturbance. */
  boolean mayDisturb() {
    return !calm && left > 0;
  }

  /** A message on its way to a platform. */
  Sending send(Machine machine, FakePlatform platform, Outgoing outgoing) {
    String chat = outgoing.address().chat();
    machine.sends(chat);
    if (calm || random.nextInt(SEND_TROUBLE_IN) != 0) {
      return platform.take(outgoing);
    }
    SendTrouble trouble = SENDS[random.nextInt(SENDS.length)];
    if (!allowed(trouble, chat)) {
      standStill(machine);
      return platform.take(outgoing);
    }
    if (trouble == SendTrouble.ANSWER_LOST) {
      mayRepeat.merge(chat, 1, Integer::sum);
    }
    try {
      return platform.take(outgoing, trouble);
    } finally {
      if (trouble.kills()) {
        disturbed(machine);
        machine.replica().kill();
      }
    }
  }

  /**
   * Twice in doubt a message is given up, five times thrown as well: that is decided so, and not
   * what is looked for here.
   */
  private boolean allowed(SendTrouble trouble, String chat) {
    return switch (trouble) {
      case FAILED, TOO_MANY -> true;
      case SWALLOWED, ANSWER_LOST -> !doubt && doubted.add(chat);
      case EXCEPTION, ERROR -> bugs.merge(chat, 1, Integer::sum) <= BUGS_A_DAY;
      case KILLED_BEFORE, KILLED_AFTER -> left > 0;
    };
  }
}
