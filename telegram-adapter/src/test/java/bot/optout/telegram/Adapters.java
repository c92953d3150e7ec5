package bot.optout.telegram;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;

/** Adapters as tests need them: impatient, and not slowed down. */
final class Adapters {
  static final TelegramSelf SELF =
      new TelegramSelf(Long.toString(FakeTelegram.BOT_ID), FakeTelegram.USERNAME);

  static final SendPace.Limits NO_LIMITS =
      new SendPace.Limits(Duration.ZERO, Integer.MAX_VALUE, 1_000_000);

  private static final TelegramHttp.Times SHORT =
      new TelegramHttp.Times(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(2));

  private Adapters() {}

  static TelegramAdapter at(URI server, SendPace.Limits limits, Clock clock) {
    return new TelegramAdapter(
        TelegramHttp.open(server, FakeTelegram.TOKEN, SHORT),
        new TelegramAdapter.Tuning(SHORT, limits, Duration.ofMillis(20), Duration.ofSeconds(2)),
        clock,
        new Random(7));
  }

  static TelegramAdapter at(FakeTelegram telegram) {
    return at(telegram.url(), NO_LIMITS, Clock.systemUTC());
  }
}
