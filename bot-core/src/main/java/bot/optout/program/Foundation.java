package bot.optout.program;

import bot.optout.Bot;
import bot.optout.BotConfig;
import bot.optout.Directory;
import bot.optout.Sender;
import bot.optout.content.ContentProblem;
import bot.optout.content.LiveContent;
import bot.optout.operation.AdminServer;
import bot.optout.operation.Check;
import bot.optout.operation.CoreConfig;
import bot.optout.operation.ExitCode;
import bot.optout.operation.Metrics;
import bot.optout.operation.StoreChecks;
import bot.optout.store.Expired;
import bot.optout.store.Store;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a platform stands on; opened before it and closed after it. */
public record Foundation(
    String platform,
    CoreConfig config,
    LiveContent content,
    Store store,
    Metrics metrics,
    Clock clock,
    Random random,
    Brake brake) {
  private static final Logger LOG = LoggerFactory.getLogger(Foundation.class);
  private static final Duration EXPIRY = Duration.ofMinutes(5);
  private static final Duration AFTER_TROUBLE = Duration.ofMinutes(5);

  /** A bot that nobody started yet. */
  public Bot bot(Sender sender, Directory directory) {
    return new Bot(
        BotConfig.of(platform, config), content, store, sender, directory, clock, random, metrics);
  }

  /** What is done while the operator's machinery may look on; gives an exit code. */
  @FunctionalInterface
  public interface Serving {
    int serve() throws IOException, InterruptedException;
  }

  /**
   * Serves while health, metrics and reload are open to the operator's machinery.
   *
   * @param checks of the platform; those of the store and the content come on top
   * @param silence since the platform's last sign of life; empty before the first
   * @throws IOException if the port cannot be had; the message names the variables to look at
   */
  public int observed(List<Check> checks, Supplier<Optional<Duration>> silence, Serving serving)
      throws IOException, InterruptedException {
    metrics.watch(store, clock);
    metrics.watch(silence);
    try (AdminServer admin =
        AdminServer.start(
            config.adminHost(),
            config.adminPort(),
            all(checks),
            metrics::scrape,
            () -> content.reload().stream().map(ContentProblem::toString).toList())) {
      LOG.info("Health and metrics on port {}", admin.port());
      return serving.serve();
    }
  }

  private List<Check> all(List<Check> ofThePlatform) {
    List<Check> all = new ArrayList<>(StoreChecks.of(store, platform, clock));
    all.addAll(ofThePlatform);
    all.add(new Check("content", () -> content.lastTrouble().isEmpty()));
    return all;
  }

  /**
   * Converses until the brake is pulled or the platform rejects us.
   *
   * @param chores besides those of every program
   * @return one of {@link ExitCode}'s codes
   */
  public int converse(Bot bot, WayIn way, Chore... chores) throws InterruptedException {
    try (Upkeep upkeep = new Upkeep(platform + "-upkeep", AFTER_TROUBLE)) {
      upkeep.repeat(this::expire);
      upkeep.repeat(this::lookAtContent);
      List.of(chores).forEach(upkeep::repeat);
      bot.start();
      brake.onPull(way::stop);
      return way.run() == WayIn.End.STOPPED ? ExitCode.DONE : ExitCode.LOST;
    } finally {
      bot.close(brake.timeLeft());
    }
  }

  /** Removes what is past its time. */
  private Duration expire() {
    Expired expired = store.expire(clock.instant());
    if (!expired.equals(Expired.NOTHING)) {
      LOG.info("Past its time and gone: {}", expired);
    }
    return EXPIRY;
  }

  private Duration lookAtContent() {
    content.look();
    return LiveContent.PACE;
  }
}
