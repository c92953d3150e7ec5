package bot.optout.telegram;

import bot.optout.Bot;
import bot.optout.Directory;
import bot.optout.operation.CoreConfig;
import bot.optout.operation.ExitCode;
import bot.optout.operation.HttpDoor;
import bot.optout.operation.HttpLimits;
import bot.optout.operation.HttpRoute;
import bot.optout.operation.Settings;
import bot.optout.program.Chore;
import bot.optout.program.Foundation;
import bot.optout.program.Platform;
import bot.optout.program.WayIn;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Telegram as the platform of a program: wires the adapter's parts and serves. */
record TelegramPlatform(TelegramConfig config) implements Platform {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramPlatform.class);

  static TelegramPlatform from(Settings settings) {
    return new TelegramPlatform(TelegramConfig.from(settings));
  }

  @Override
  public String name() {
    return TelegramSender.PLATFORM;
  }

  @Override
  public CoreConfig core() {
    return config.core();
  }

  @Override
  public int serve(Foundation foundation) throws IOException, InterruptedException {
    TelegramHttp http =
        TelegramHttp.open(
            config.apiUrl(), config.token().value(), TelegramHttp.Times.USUAL, config.proxy());
    try (TelegramAdapter adapter =
        new TelegramAdapter(
            http,
            TelegramAdapter.Tuning.usual(config.callsPerSecond()),
            TelegramUpdates.kinds(config.guest()),
            foundation.clock(),
            foundation.random())) {
      Pulse pulse = config.webhook().isPresent() ? adapter.webhookPulse() : adapter.pulse();
      return foundation.observed(
          List.of(pulse.check()), pulse::age, () -> introduced(foundation, adapter, pulse));
    }
  }

  private int introduced(Foundation foundation, TelegramAdapter adapter, Pulse pulse)
      throws IOException, InterruptedException {
    Introduction introduction = adapter.introduction();
    foundation.brake().onPull(introduction::stop);
    Optional<TelegramSelf> self;
    try {
      self = introduction.self();
    } catch (TelegramTrouble refused) {
      LOG.error("Telegram does not know the token ({})", refused.code());
      return ExitCode.LOST;
    }
    return self.isPresent() ? converse(foundation, adapter, self.get(), pulse) : ExitCode.DONE;
  }

  private int converse(
      Foundation foundation, TelegramAdapter adapter, TelegramSelf self, Pulse pulse)
      throws IOException, InterruptedException {
    Bot bot = foundation.bot(adapter.sender(self), Directory.EMPTY);
    ProfileKeeper profile = adapter.profile(config.ownWords());
    Chore keepProfile = () -> profile.keep(foundation.content().get());
    try (InlineDesk inline = adapter.inline(self, new BotLibrary(bot, foundation.content()))) {
      TelegramIntake intake = adapter.intake(self, new BotDoor(bot), inline);
      if (config.webhook().isEmpty()) {
        return foundation.converse(bot, polling(foundation, adapter, intake, pulse), keepProfile);
      }
      Webhook webhook = config.webhook().get();
      try (HttpDoor door = door(webhook, intake)) {
        LOG.info("Webhook on port {}", door.port());
        return foundation.converse(bot, adapter.watch(webhook, pulse), keepProfile);
      }
    }
  }

  private static WayIn polling(
      Foundation foundation, TelegramAdapter adapter, TelegramIntake intake, Pulse pulse) {
    return new PollingLease(
        foundation.store().leases(),
        PollingLease.Rhythm.USUAL,
        () -> adapter.loop(intake, pulse),
        pulse,
        foundation.clock());
  }

  private HttpDoor door(Webhook webhook, TelegramIntake intake) throws IOException {
    return HttpDoor.open(
        core().httpHost(),
        core().httpPort().orElse(TelegramConfig.HTTP_PORT),
        List.of(
            HttpRoute.post(TelegramWebhook.PATH, new TelegramWebhook(webhook.secret(), intake))),
        HttpLimits.USUAL);
  }
}
