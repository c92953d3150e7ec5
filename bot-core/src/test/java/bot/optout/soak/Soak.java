package bot.optout.soak;

import bot.optout.process.KillableProgram;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * People talk to a program at a steady pace while it is killed every few seconds and the platform
 * stumbles. In the end nothing may be lost, nothing taken twice, and no more messages repeated than
 * there were kills.
 */
public final class Soak {
  /** How many people talk at a time. */
  private static final int AT_ONCE = 50;

  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(3);

  private final SoakedPlatform platform;
  private final SoakSettings settings;
  private final Duration untilFirstKill;
  private final Path log;
  private final PrintStream out;
  private final Random random = new Random(1);
  private final CountDownLatch never = new CountDownLatch(1);
  private final AtomicInteger said = new AtomicInteger();
  private int kills;

  /**
   * A soak that has not begun.
   *
   * @param untilFirstKill after that this program is killed every second time, and the other one in
   *     between
   */
  public Soak(
      SoakedPlatform platform, SoakSettings settings, Duration untilFirstKill, PrintStream out) {
    this.platform = platform;
    this.settings = settings;
    this.untilFirstKill = untilFirstKill;
    this.log = settings.folder().resolve(platform.name() + ".log");
    this.out = out;
  }

  /**
   * Takes the time that was set and what it needs to come to rest.
   *
   * @return whether all promises were kept
   */
  public boolean run() throws InterruptedException, IOException {
    ScheduledExecutorService people = Executors.newSingleThreadScheduledExecutor();
    KillableProgram program = start();
    try {
      var unused =
          people.scheduleAtFixedRate(
              this::sayNext, 0, 1_000_000 / settings.perSecond(), TimeUnit.MICROSECONDS);
      long end = System.nanoTime() + settings.time().toNanos();
      pause(untilFirstKill);
      while (System.nanoTime() < end) {
        program.kill();
        kills++;
        program = start();
        pause(settings.betweenKills().multipliedBy(2));
      }
      people.shutdownNow();
      people.awaitTermination(10, TimeUnit.SECONDS);
      finishDialogues();
      awaitRest();
    } finally {
      people.shutdownNow();
      program.kill();
    }
    return report();
  }

  private KillableProgram start() {
    return platform.start(settings.databaseUrl(platform.name()), log);
  }

  private void pause(Duration time) throws InterruptedException {
    var unused = never.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Fifty people take turns; when they have said everything, the next fifty come. */
  private void sayNext() {
    int number = said.getAndIncrement();
    int round = number / (AT_ONCE * SoakDialogue.length());
    int line = number / AT_ONCE % SoakDialogue.length();
    int person = round * AT_ONCE + number % AT_ONCE;
    platform.say(person, dialogue(person).line(line));
    if (random.nextDouble() < settings.troubles()) {
      platform.stumble(random);
    }
  }

  private SoakDialogue dialogue(int person) {
    return person % platform.peopleToALetter() == 0 ? SoakDialogue.LETTER : SoakDialogue.CANCELLED;
  }

  private void finishDialogues() {
    while (said.get() % (AT_ONCE * SoakDialogue.length()) != 0) {
      sayNext();
    }
  }

  private int people() {
    return said.get() / SoakDialogue.length();
  }

  private SoakDialogue.Verdict verdict() {
    return IntStream.range(0, people())
        .mapToObj(person -> dialogue(person).verdict(platform.received(person)))
        .reduce(SoakDialogue.Verdict.NOTHING, SoakDialogue.Verdict::plus);
  }

  /** Until nothing is missing any more, or nothing has come for a long time. */
  private void awaitRest() throws InterruptedException {
    int missing = Integer.MAX_VALUE;
    long patience = System.nanoTime() + LONGEST_SILENCE.toNanos();
    while (missing > 0 && System.nanoTime() < patience) {
      pause(Duration.ofSeconds(1));
      int now = verdict().lost();
      if (now < missing) {
        missing = now;
        patience = System.nanoTime() + LONGEST_SILENCE.toNanos();
      }
    }
    // What is still on its way after the last message would be one too many.
    pause(Duration.ofSeconds(5));
  }

  private boolean report() throws IOException {
    SoakDialogue.Verdict verdict = verdict();
    List<String> told = givenAway();
    List<String> refusals = platform.refusals();
    boolean kept =
        verdict.lost() == 0
            && verdict.wrong() == 0
            && verdict.repeated().size() <= kills
            && told.isEmpty()
            && refusals.isEmpty();
    out.printf(
        "%s: %d messages of %d people, %d lost, %d applied twice or out of order, %d repeated,"
            + " %d kills; %d refused, %d secrets in the log: %s%n",
        platform.name(),
        said.get(),
        people(),
        verdict.lost(),
        verdict.wrong(),
        verdict.repeated().size(),
        kills,
        refusals.size(),
        told.size(),
        kept ? "kept" : "BROKEN");
    verdict.repeated().forEach(line -> out.println("  came again: " + line));
    return kept;
  }

  private List<String> givenAway() throws IOException {
    String lines = Files.readString(log);
    return Stream.concat(SoakDialogue.secrets().stream(), platform.secrets().stream())
        .filter(lines::contains)
        .toList();
  }
}
