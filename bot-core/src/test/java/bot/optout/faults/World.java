package bot.optout.faults;

import bot.optout.Bot;
import bot.optout.Incoming;
import bot.optout.store.StoreConfig;
import bot.optout.store.StoreException;
import bot.optout.transcript.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Some days in the life of two processes on one database, of two platforms and of the people on
 * them. The seed decides everything. After each day the world calms down, and then everybody must
 * have seen what they would have seen had nothing gone wrong.
 */
final class World {
  /** After the hour at which people are reminded, so that no reminder falls into a day's doings. */
  private static final Instant FIRST_DAY = Instant.parse("2026-11-24T10:15:00Z");

  /** A day begins later than the one before ended, so that what it set for later is due by then. */
  private static final Duration LATER = Duration.ofMinutes(35);

  /** Shorter than a context is remembered. */
  private static final Duration LONGEST_DAY = Duration.ofMinutes(25);

  private static final int[] DAYS = {0, 1, 9};
  private static final int STEPS = 20;
  private static final int WHILES = 60;
  private static final Duration WHILE = Duration.ofSeconds(5);

  private final long seed;
  private final Random random;
  private final SettableClock clock;
  private final List<Machine> machines;
  private final Better better;
  private final Weather weather;
  private final Map<String, Queue> queues = new LinkedHashMap<>();
  private final Map<String, FakePlatform> platforms = new LinkedHashMap<>();
  private final PollingQueue polled;
  private final List<Person> people = new ArrayList<>();
  private final Map<String, Integer> compared = new LinkedHashMap<>();

  /**
   * @param better the world in which nothing goes wrong
   */
  World(long seed, SettableClock clock, List<Machine> machines, Better better) {
    this.seed = seed;
    this.random = new Random(seed);
    this.clock = clock;
    this.machines = machines;
    this.better = better;
    this.weather = new Weather(random, StoreConfig.LEASE, this::meanwhile);
    this.polled = new PollingQueue(random);
    queues.put("polling" + seed, polled);
    queues.put("pushing" + seed, new PushingQueue(random));
    for (String name : queues.keySet()) {
      platforms.put(name, new FakePlatform());
      people.add(new Person(name, name + "/ana", random));
      people.add(new Person(name, name + "/ben", random));
    }
  }

  /**
   * Lives through all days.
   *
   * @return everything that everybody saw
   * @throws AssertionError if a promise was broken; names the seed
   */
  List<String> live() {
    clock.advance(Duration.between(clock.instant(), FIRST_DAY));
    better.begin(platforms.keySet());
    machines.forEach(
        machine -> {
          machine.clock().shift(Duration.ofMillis(random.nextInt(4_000) - 2_000));
          machine.serve(weather, platforms);
        });
    for (int i = 0; i < DAYS.length; i++) {
      day(FIRST_DAY.plus(Duration.ofDays(DAYS[i])).plus(LATER.multipliedBy(i)), i > 0);
    }
    return people.stream().flatMap(person -> seen(person).stream()).toList();
  }

  private void day(Instant morning, boolean afterSilence) {
    if (afterSilence) {
      queues.values().forEach(Queue::quietWeek);
    }
    clock.advance(Duration.between(clock.instant(), morning));
    better.day(morning);
    var unused = machines.get(0).replica().store().expire(morning);
    weather.newDay();
    for (int step = 0; step < STEPS; step++) {
      step();
    }
    weather.calm();
    calmDown(morning);
    compare();
  }

  private void step() {
    Machine machine = machines.get(random.nextInt(machines.size()));
    if (machine.isDead()) {
      if (random.nextInt(3) == 0) {
        restart(machine);
      }
      return;
    }
    switch (random.nextInt(8)) {
      case 0, 1 -> act();
      case 2, 3, 4 -> handOver(machine);
      case 5, 6 -> run(machine);
      default -> wonder(machine);
    }
  }

  private void act() {
    Person person = people.get(random.nextInt(people.size()));
    queue(person.platform()).add(person.acts());
  }

  private void handOver(Machine machine) {
    List<String> names = List.copyOf(queues.keySet());
    String name = names.get(random.nextInt(names.size()));
    queue(name).handTo(node(machine, name));
  }

  /** Time goes on, or jumps; or a process dies for no reason. */
  private void wonder(Machine machine) {
    int what = random.nextInt(10);
    if (what < 7) {
      clock.advance(Duration.ofMillis(random.nextInt(3_000)));
    } else if (what == 7) {
      clock.advance(Duration.ofMillis(-random.nextInt(5_000)));
    } else if (weather.mayDisturb()) {
      weather.disturbed(machine);
      if (what == 8) {
        machine.replica().kill();
      } else {
        clock.advance(StoreConfig.LEASE.plusSeconds(2));
      }
    }
  }

  /** While a process stands still, time goes on and the others work. */
  private void meanwhile(int standing, Duration time) {
    clock.advance(time);
    for (Machine machine : machines) {
      if (machine.index() != standing && !machine.isDead()) {
        if (random.nextBoolean()) {
          handOver(machine);
        }
        run(machine);
      }
    }
  }

  private void run(Machine machine) {
    if (machine.isDead()) {
      return;
    }
    try {
      machine.run();
    } catch (StoreException lost) {
      // As the workers do: there is another time.
    }
  }

  private void restart(Machine machine) {
    machine.restart();
    polled.restarted(machine.index());
  }

  private Queue.Node node(Machine machine, String platform) {
    return new Queue.Node() {
      @Override
      public int index() {
        return machine.index();
      }

      @Override
      public void accept(Incoming incoming) {
        if (machine.isDead()) {
          throw new StoreException("dead");
        }
        Bot bot = machine.bot(platform);
        var unused = bot.accept(incoming);
        accepted(incoming);
      }

      @Override
      public void resolve(Incoming incoming) {
        weather.spare(
            () -> {
              if (machine.isDead()) {
                restart(machine);
              }
              accept(incoming);
            });
      }
    };
  }

  private void accepted(Incoming incoming) {
    people.stream()
        .filter(person -> person.chat().equals(incoming.address().chat()))
        .forEach(person -> person.accepted(incoming));
  }

  private void calmDown(Instant morning) {
    machines.stream().filter(Machine::isDead).forEach(this::restart);
    for (int i = 0; i < WHILES; i++) {
      for (Machine machine : machines) {
        queues.forEach((name, queue) -> queue.handTo(node(machine, name)));
        run(machine);
      }
      clock.advance(WHILE);
      if (i > 3 && isCalm()) {
        break;
      }
    }
    require(isCalm(), "something is stuck");
    require(people.stream().allMatch(Person::everythingAccepted), "something was not accepted");
    Duration day = Duration.between(morning, clock.instant());
    require(day.compareTo(LONGEST_DAY) < 0, "the day took " + day);
  }

  private boolean isCalm() {
    return queues.entrySet().stream()
        .allMatch(queue -> queue.getValue().isEmpty() && nothingOpen(queue.getKey()));
  }

  private boolean nothingOpen(String platform) {
    Instant soon = clock.instant().plus(Duration.ofHours(1));
    var store = machines.get(0).replica().store();
    return store.outbox().depth(platform) == 0
        && store.outbox().nextDue(platform).isEmpty()
        && store.inbox().nextDue(platform).filter(due -> due.isBefore(soon)).isEmpty();
  }

  private void compare() {
    for (Person person : people) {
      better.happens(person.sinceLastTime());
      List<String> expected = better.seen(person.platform(), person.chat());
      List<String> seen = seen(person);
      int before = compared.getOrDefault(person.chat(), 0);
      List<String> repeated =
          History.repeated(
              "seed " + seed + ", " + person.chat(),
              expected.subList(better.compared(person.chat()), expected.size()),
              seen.subList(before, seen.size()));
      require(
          repeated.size() <= weather.mayRepeat(person.chat()),
          person.chat() + " saw again without a reason: " + repeated);
      compared.put(person.chat(), seen.size());
      better.compared(person.chat(), expected.size());
    }
  }

  private Queue queue(String name) {
    return Optional.ofNullable(queues.get(name)).orElseThrow();
  }

  private List<String> seen(Person person) {
    return Optional.ofNullable(platforms.get(person.platform())).orElseThrow().chat(person.chat());
  }

  private void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("seed " + seed + ": " + what);
    }
  }
}
