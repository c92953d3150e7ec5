package bot.optout.slack;

import bot.optout.operation.CoreConfig;
import bot.optout.operation.HttpDoor;
import bot.optout.operation.HttpLimits;
import bot.optout.operation.Settings;
import bot.optout.program.Foundation;
import bot.optout.program.Platform;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slack as the platform of a program: wires the adapter's parts and serves. */
record SlackPlatform(SlackConfig config) implements Platform {
  private static final Logger LOG = LoggerFactory.getLogger(SlackPlatform.class);

  /** For an answer of Slack's. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static SlackPlatform from(Settings settings) {
    return new SlackPlatform(SlackConfig.from(settings));
  }

  @Override
  public String name() {
    return SlackEvents.PLATFORM;
  }

  @Override
  public CoreConfig core() {
    return config.core();
  }

  @Override
  public int serve(Foundation foundation) throws IOException, InterruptedException {
    try (SlackClient client = SlackClient.to(config.apiUrl(), PATIENCE);
        SlackAdapter adapter =
            new SlackAdapter(config, client, foundation, SlackLoop.Patience.USUAL)) {
      return foundation.observed(
          adapter.checks(), adapter::silence, () -> converse(foundation, adapter));
    }
  }

  private int converse(Foundation foundation, SlackAdapter adapter)
      throws IOException, InterruptedException {
    if (!config.needsHttp()) {
      return foundation.converse(adapter.bot(), adapter.wayIn());
    }
    try (HttpDoor door =
        HttpDoor.open(core().httpHost(), config.httpPort(), adapter.routes(), HttpLimits.USUAL)) {
      LOG.info("Slack's requests on port {}", door.port());
      return foundation.converse(adapter.bot(), adapter.wayIn());
    }
  }
}
