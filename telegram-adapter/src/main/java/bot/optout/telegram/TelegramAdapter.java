package bot.optout.telegram;

import bot.optout.Sender;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** The adapter's parts put together: a way out, and a loop for the way in. */
final class TelegramAdapter implements AutoCloseable {
  private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);

  /**
   * How patient the adapter is.
   *
   * @param firstBackOff after the first failure of a kind; doubles up to half a minute
   * @param callbacks how long the next poll may wait for answered buttons
   */
  record Tuning(
      TelegramHttp.Times times, SendPace.Limits limits, Duration firstBackOff, Duration callbacks) {
    static Tuning usual(int callsPerSecond) {
      return new Tuning(
          TelegramHttp.Times.USUAL,
          SendPace.Limits.telegram(callsPerSecond),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5));
    }
  }

  private final TelegramHttp http;
  private final TelegramApi api;
  private final Tuning tuning;
  private final Clock clock;
  private final RandomGenerator random;
  private final CallbackAnswers answers;

  TelegramAdapter(TelegramHttp http, Tuning tuning, Clock clock, RandomGenerator random) {
    this.http = http;
    this.api = http.api();
    this.tuning = tuning;
    this.clock = clock;
    this.random = random;
    this.answers = new CallbackAnswers(api, tuning.firstBackOff(), tuning.callbacks());
  }

  TelegramApi api() {
    return api;
  }

  Introduction introduction() {
    return new Introduction(api, backOff());
  }

  Sender sender(TelegramSelf self) {
    return new TelegramClient(
        api,
        new TelegramRenderer(self),
        new SendPace(tuning.limits(), clock),
        new DeliveredParts(clock));
  }

  TelegramLoop loop(TelegramSelf self, TelegramIntake.Door door, Pulse pulse) {
    TelegramIntake intake = new TelegramIntake(new TelegramUpdates(self), door, answers);
    return new TelegramLoop(http.polling(), intake, api::deleteWebhook, backOff(), pulse);
  }

  BackOff backOff() {
    return new BackOff(tuning.firstBackOff(), LONGEST_BACK_OFF, random);
  }

  /** A pulse that counts as lost after two polls and a bit without a good one. */
  Pulse pulse() {
    return new Pulse(clock, tuning.times().poll().multipliedBy(2).plus(LONGEST_BACK_OFF));
  }

  @Override
  public void close() {
    answers.close();
    http.close();
  }
}
