package bot.optout.telegram;

import bot.optout.BotProfile;
import bot.optout.Found;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Adapters as tests need them: impatient, and not slowed down. */
final class Adapters {
  static final TelegramSelf SELF =
      new TelegramSelf(Long.toString(FakeTelegram.BOT_ID), FakeTelegram.USERNAME);

  static final SendPace.Limits NO_LIMITS =
      new SendPace.Limits(Duration.ZERO, Integer.MAX_VALUE, 1_000_000);

  private static final TelegramHttp.Times SHORT =
      new TelegramHttp.Times(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(1));

  private static final TelegramHttp.Times HASTY =
      new TelegramHttp.Times(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(1));

  private Adapters() {}

  static TelegramAdapter at(URI server, SendPace.Limits limits, Clock clock) {
    return at(server, limits, clock, SHORT, false);
  }

  private static TelegramAdapter at(
      URI server, SendPace.Limits limits, Clock clock, TelegramHttp.Times times, boolean guest) {
    return new TelegramAdapter(
        TelegramHttp.open(server, FakeTelegram.TOKEN, times),
        new TelegramAdapter.Tuning(
            times,
            limits,
            Duration.ofMillis(20),
            Duration.ofMillis(500),
            new TypingSigns.Rhythm(Duration.ofMillis(1_500), Duration.ofMillis(200), 2),
            Duration.ofMillis(50)),
        TelegramUpdates.kinds(guest),
        clock,
        new Random(7));
  }

  /** Knows nothing for inline questions. */
  static final InlineDesk.Library NO_LIBRARY =
      new InlineDesk.Library() {
        @Override
        public List<Found> look(String question, Optional<String> locale) {
          return List.of();
        }

        @Override
        public BotProfile profile(Optional<String> locale) {
          return new BotProfile(Locale.ENGLISH, "Bot", "d", "s", Map.of(), "In private");
        }
      };

  static TelegramIntake intake(TelegramAdapter adapter, TelegramIntake.Door door) {
    return adapter.intake(SELF, door, adapter.inline(SELF, NO_LIBRARY));
  }

  static TelegramLoop loop(TelegramAdapter adapter, TelegramIntake.Door door, Pulse pulse) {
    return adapter.loop(intake(adapter, door), pulse);
  }

  /** One that also answers where it is no member. */
  static TelegramAdapter guest(FakeTelegram telegram) {
    return at(telegram.url(), NO_LIMITS, Clock.systemUTC(), SHORT, true);
  }

  /** One that waits for no answer longer than half a second. */
  static TelegramAdapter hasty(FakeTelegram telegram) {
    return hasty(telegram, Clock.systemUTC());
  }

  /** The same, with its pauses by a clock of the test's. */
  static TelegramAdapter hasty(FakeTelegram telegram, Clock clock) {
    return at(telegram.url(), NO_LIMITS, clock, HASTY, false);
  }

  static TelegramAdapter at(FakeTelegram telegram) {
    return at(telegram.url(), NO_LIMITS, Clock.systemUTC());
  }
}
