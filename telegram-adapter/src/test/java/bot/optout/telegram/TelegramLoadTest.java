package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.Bot;
import bot.optout.BotConfig;
import bot.optout.content.TestContent;
import bot.optout.delivery.Tally;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many chats at once: nothing is lost, and everybody reads their answers in order. */
@Timeout(600)
final class TelegramLoadTest {
  /** On a busy machine all of it takes as long as it takes; then the figure is a bad one. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final int CHATS = 500;

  /** The ids of others begin behind this one. */
  private static final int OTHERS = 10_000;

  private static final String QUESTION = "Which accounts is it about?";

  /** What everybody types, and how the answer to each begins. */
  private static final List<List<String>> DIALOGUE =
      List.of(
          List.of("is it too late to object", "No. You can object today"),
          List.of("/draft", "Where do you live?"),
          List.of("France", QUESTION),
          List.of("what is legitimate interest?", ""),
          List.of("instagram", "Do you want to give a reason?"),
          List.of("/cancel", "Stopped."));

  @TempDir private Path folder;

  private final FakeTelegram telegram = FakeTelegram.start();
  private final FakePeople people = new FakePeople(telegram);
  private final Map<Long, List<Long>> said = new ConcurrentHashMap<>();

  @AfterEach
  void close() {
    telegram.close();
  }

  @Test
  void with_a_server_that_stumbles_nothing_is_lost_and_everything_stays_in_order() {
    for (int i = 0; i < 6; i++) {
      telegram.fault(
          "sendMessage",
          Fault.error(502, "Bad Gateway"),
          Fault.tooMany(1),
          Fault.answer(503, "<html>busy</html>"));
    }
    telegram.fault("getUpdates", Fault.reset(), Fault.cut());
    try (Loaded bot = new Loaded()) {
      for (int turn = 0; turn < DIALOGUE.size(); turn++) {
        for (long chat = 1; chat <= 10; chat++) {
          say(chat, turn);
        }
      }
      awaitAnswers(0, 10);
      assertTrue(bot.isRunning());
    }
  }

  @Test
  void a_flood_from_one_person_slows_only_that_person() {
    try (Loaded bot = new Loaded(SendPace.Limits.telegram(30))) {
      for (int i = 0; i < 40; i++) {
        people.say(FakePeople.person(1), "is it too late to object");
      }
      people.say(FakePeople.person(2), "is it too late to object");
      telegram.await(() -> !telegram.messages(2).isEmpty());
      assertTrue(telegram.messages(1).size() < 20, "waited for the flood");
      assertTrue(bot.isRunning());
    }
  }

  /**
   * A hundred messages a second from five hundred chats, for half a minute. Before that, five
   * hundred others do the same: a new process compiles its code while it works, and for that half
   * minute this takes more of the processors than the work. Nobody's share is measured with it.
   */
  @Tag("deep")
  @Test
  void five_hundred_chats_at_a_hundred_messages_a_second() throws Exception {
    try (Loaded bot = new Loaded()) {
      everybodyTalks(OTHERS);
      said.clear();
      everybodyTalks(0);
      assertTrue(bot.isRunning());
      long[] waits = waits();
      System.out.printf(
          "%d messages from %d chats at 100 a second: p50 %d ms, p95 %d ms, p99 %d ms, most %d ms%n",
          waits.length,
          CHATS,
          waits[waits.length / 2],
          waits[waits.length * 95 / 100],
          waits[waits.length * 99 / 100],
          waits[waits.length - 1]);
      assertEquals(CHATS * DIALOGUE.size(), waits.length);
      assertTrue(waits[waits.length * 95 / 100] < 150, "p95 of our own share is 150 ms or more");
    }
  }

  /** One after the other says the first line, then the second, and so on. */
  private void everybodyTalks(long before) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    ScheduledFuture<?> speaking =
        clock.scheduleAtFixedRate(
            () -> {
              int number = next.getAndIncrement();
              if (number < CHATS * DIALOGUE.size()) {
                say(before + 1 + number % CHATS, number / CHATS);
              }
            },
            0,
            10,
            TimeUnit.MILLISECONDS);
    awaitAnswers(before, CHATS);
    speaking.cancel(false);
    clock.shutdownNow();
  }

  private void say(long chat, int turn) {
    said.computeIfAbsent(chat, id -> new ArrayList<>()).add(System.nanoTime());
    var unused = people.say(FakePeople.person(chat), DIALOGUE.get(turn).get(0));
  }

  private void awaitAnswers(long before, int chats) {
    int turns = DIALOGUE.size();
    for (long chat = before + 1; chat <= before + chats; chat++) {
      long one = chat;
      telegram.await(() -> answers(one).size() >= turns, PATIENCE);
      List<String> answers = answers(chat);
      assertEquals(turns, answers.size());
      for (int turn = 0; turn < turns; turn++) {
        String expected = DIALOGUE.get(turn).get(1);
        assertTrue(answers.get(turn).contains(expected), answers.toString());
      }
    }
  }

  /** The answers as they arrived; one that interrupts a draft comes with its question again. */
  private List<String> answers(long chat) {
    List<String> answers = new ArrayList<>();
    boolean aside = false;
    for (FakeMessage message : telegram.messages(chat)) {
      boolean again = aside && message.text().contains(QUESTION);
      if (!again) {
        answers.add(message.text());
      }
      aside = !again && answers.size() == 4;
    }
    return answers;
  }

  /** From the moment when an update is there to the request of its first answer, sorted. */
  private long[] waits() {
    // A call is noted only when it was answered, after its message stands in the chat.
    int all = said.size() * DIALOGUE.size();
    telegram.await(() -> answered().values().stream().mapToInt(List::size).sum() >= all);
    Map<Long, List<Long>> answered = answered();
    return said.entrySet().stream()
        .flatMapToLong(one -> waits(one.getValue(), answered.getOrDefault(one.getKey(), List.of())))
        .sorted()
        .toArray();
  }

  private Map<Long, List<Long>> answered() {
    Map<Long, List<Long>> answered = new HashMap<>();
    for (FakeTelegram.Call call : telegram.calls("sendMessage")) {
      long chat = call.parameters().path("chat_id").asLong();
      if (!said.containsKey(chat)) {
        continue;
      }
      List<Long> answers = answered.computeIfAbsent(chat, id -> new ArrayList<>());
      // The fourth answer comes with its question again.
      boolean again =
          answers.size() == 4 && call.parameters().path("text").asText().contains(QUESTION);
      if (!again) {
        answers.add(call.at());
      }
    }
    return answered;
  }

  private static LongStream waits(List<Long> said, List<Long> answered) {
    assertEquals(said.size(), answered.size());
    return IntStream.range(0, said.size())
        .mapToLong(i -> TimeUnit.NANOSECONDS.toMillis(answered.get(i) - said.get(i)));
  }

  /** The bot as it runs, on a database file, with our own limits out of the way. */
  private final class Loaded implements AutoCloseable {
    private final Clock clock = Clock.systemUTC();
    private final Store store =
        Store.open(StoreConfig.of("jdbc:sqlite:" + folder.resolve("load.db")), clock);
    private final TelegramAdapter adapter;
    private final Bot bot;
    private final TelegramLoop loop;
    private final Thread poll;

    Loaded() {
      this(new SendPace.Limits(Duration.ZERO, Integer.MAX_VALUE, 100_000));
    }

    Loaded(SendPace.Limits limits) {
      TestContent.get();
      adapter = Adapters.at(telegram.url(), limits, clock);
      bot =
          new Bot(
              new BotConfig(TelegramSender.PLATFORM, "", 7, 30, 10_000, 4, 16),
              TestContent::get,
              store,
              adapter.sender(Adapters.SELF),
              clock,
              new Random(1),
              Tally.NONE);
      loop = Adapters.loop(adapter, new BotDoor(bot), adapter.pulse());
      poll = new Thread(loop::run, "poll");
      bot.start();
      poll.start();
    }

    boolean isRunning() {
      return poll.isAlive();
    }

    @Override
    public void close() {
      loop.stop();
      bot.close();
      adapter.close();
      store.close();
    }
  }
}
