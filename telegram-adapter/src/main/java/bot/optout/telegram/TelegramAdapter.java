package bot.optout.telegram;

import bot.optout.Sender;
import bot.optout.operation.BackOff;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** The adapter's parts put together: a way out, and a loop for the way in. */
final class TelegramAdapter implements AutoCloseable {
  private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);

  /**
   * How patient the adapter is.
   *
   * @param firstBackOff after the first failure of a kind; doubles up to half a minute
   * @param callbacks how long the last answers to buttons may take when the program ends
   * @param webhookLooks from one look at the webhook to the next
   */
  record Tuning(
      TelegramHttp.Times times,
      SendPace.Limits limits,
      Duration firstBackOff,
      Duration callbacks,
      TypingSigns.Rhythm typing,
      Duration webhookLooks) {
    static Tuning usual(int callsPerSecond) {
      return new Tuning(
          TelegramHttp.Times.USUAL,
          SendPace.Limits.telegram(callsPerSecond),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          TypingSigns.Rhythm.USUAL,
          Duration.ofMinutes(1));
    }
  }

  private final TelegramHttp http;
  private final TelegramApi api;
  private final TelegramMethods methods;
  private final Tuning tuning;
  private final List<String> kinds;
  private final Clock clock;
  private final RandomGenerator random;
  private final CallbackAnswers answers;
  private final TypingSigns typing;

  /**
   * @param kinds of updates to ask for
   */
  TelegramAdapter(
      TelegramHttp http, Tuning tuning, List<String> kinds, Clock clock, RandomGenerator random) {
    this.http = http;
    this.api = http.api();
    this.methods = http.methods();
    this.tuning = tuning;
    this.kinds = List.copyOf(kinds);
    this.clock = clock;
    this.random = random;
    this.answers = new CallbackAnswers(api, tuning.firstBackOff(), tuning.callbacks());
    this.typing = new TypingSigns(http.methods(tuning.typing().again()), tuning.typing());
  }

  TelegramMethods methods() {
    return methods;
  }

  /**
   * @param ownWords whether the bot's name and descriptions are set, too
   */
  ProfileKeeper profile(boolean ownWords) {
    return new ProfileKeeper(
        new TelegramProfile(methods),
        ownWords,
        new BackOff(tuning.firstBackOff(), ProfileKeeper.LONGEST_PAUSE, random));
  }

  Introduction introduction() {
    return new Introduction(methods, backOff());
  }

  Sender sender(TelegramSelf self) {
    return new TelegramSender(
        api, new TelegramRenderer(self), new SendPace(tuning.limits(), clock), typing);
  }

  /** What takes updates in, whichever way they come; the library answers inline questions. */
  TelegramIntake intake(TelegramSelf self, TelegramIntake.Door door, InlineDesk inline) {
    return new TelegramIntake(self, door, answers, inline, typing);
  }

  InlineDesk inline(TelegramSelf self, InlineDesk.Library library) {
    return new InlineDesk(methods, new InlineResults(self), library);
  }

  TelegramLoop loop(TelegramIntake intake, Pulse pulse) {
    return new TelegramLoop(
        http.polling(kinds), intake, () -> methods.call("deleteWebhook"), backOff(), pulse);
  }

  WebhookWatch watch(Webhook webhook, Pulse pulse) {
    return new WebhookWatch(methods, webhook, backOff(), pulse, tuning.webhookLooks(), kinds);
  }

  BackOff backOff() {
    return new BackOff(tuning.firstBackOff(), LONGEST_BACK_OFF, random);
  }

  /** A pulse that counts as lost after two polls and a bit without a good one. */
  Pulse pulse() {
    return new Pulse(clock, tuning.times().poll().multipliedBy(2).plus(LONGEST_BACK_OFF));
  }

  /** The same for a webhook, which is looked at every minute. */
  Pulse webhookPulse() {
    return new Pulse(clock, tuning.webhookLooks().multipliedBy(2).plus(LONGEST_BACK_OFF));
  }

  @Override
  public void close() {
    typing.close();
    answers.close();
    http.close();
  }
}
