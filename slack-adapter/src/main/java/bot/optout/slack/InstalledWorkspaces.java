package bot.optout.slack;

import bot.optout.delivery.Failure;
import bot.optout.operation.Secret;
import bot.optout.store.Installation;
import bot.optout.store.Installations;
import bot.optout.store.TenantKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workspaces that installed the app. Tokens that expire are exchanged well before they do, one
 * exchange at a time over all replicas: a refresh token is good for one only.
 */
final class InstalledWorkspaces implements Workspaces {
  private static final Logger LOG = LoggerFactory.getLogger(InstalledWorkspaces.class);
  private static final int REMEMBERED = 5_000;

  /** So long a workspace that left with another replica may still be taken for present. */
  private static final Duration TRUST = Duration.ofSeconds(10);

  private static final Duration BEFORE = Duration.ofHours(2);
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(30);
  private static final Duration FAREWELL = Duration.ofSeconds(2);
  private static final Duration AGAIN = Duration.ofMillis(500);

  private final Installations installations;
  private final SlackClient client;
  private final SlackOAuth oauth;
  private final Tokens tokens;
  private final Consumer<String> purge;
  private final Clock clock;
  private final Recent<String, Known> known = new Recent<>(REMEMBERED);
  private final ScheduledExecutorService exchanges =
      Executors.newSingleThreadScheduledExecutor(InstalledWorkspaces::thread);

  private record Known(Installation installation, Instant until) {}

  /**
   * @param purge removes everything of a workspace from the database
   */
  InstalledWorkspaces(
      Installations installations,
      SlackClient client,
      SlackOAuth oauth,
      Tokens tokens,
      Consumer<String> purge,
      Clock clock) {
    this.installations = installations;
    this.client = client;
    this.oauth = oauth;
    this.tokens = tokens;
    this.purge = purge;
    this.clock = clock;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "slack-tokens");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Optional<Workspace> of(String team) {
    Optional<Installation> installation = installation(team);
    installation.filter(this::isEnding).ifPresent(this::exchangeSoon);
    return installation.map(
        one -> new Workspace(new SlackIdentity(team, one.botUser()), new Secret(one.token())));
  }

  void installed(Installation installation) {
    installations.save(installation);
    known.remove(installation.tenant().tenant());
  }

  /** A token that is refused may have been exchanged elsewhere, or be overdue. */
  @Override
  public void tokenSeen(String team, boolean valid) {
    if (!valid) {
      known.remove(team);
      installation(team).ifPresent(this::exchangeSoon);
    }
  }

  @Override
  public void left(String team, long when) {
    known.remove(team);
    boolean back =
        installation(team)
            .filter(one -> when > 0 && one.installed().getEpochSecond() > when)
            .isPresent();
    if (!back) {
      purge.accept(team);
    }
    known.remove(team);
  }

  /** One that is not there may come any moment, with another replica, so that is not remembered. */
  private Optional<Installation> installation(String team) {
    Optional<Known> fresh = known.get(team).filter(k -> clock.instant().isBefore(k.until()));
    if (fresh.isPresent()) {
      return fresh.map(Known::installation);
    }
    Optional<Installation> found = installations.find(new TenantKey(SlackEvents.PLATFORM, team));
    found.ifPresent(one -> known.put(team, new Known(one, clock.instant().plus(TRUST))));
    return found;
  }

  private boolean isEnding(Installation installation) {
    return installation
        .expires()
        .filter(end -> clock.instant().isAfter(end.minus(BEFORE)))
        .isPresent();
  }

  private void exchangeSoon(Installation installation) {
    if (installation.refresh().isPresent()) {
      try {
        exchanges.execute(() -> exchange(installation));
      } catch (RejectedExecutionException closed) {
        LOG.debug("No token is exchanged any more");
      }
    }
  }

  private void exchange(Installation seen) {
    try {
      installations.beginExchange(seen, clock.instant(), LEASE).ifPresent(this::exchange);
    } catch (RuntimeException trouble) {
      LOG.warn("No token is exchanged this time: {}", Failure.of(trouble));
    }
  }

  private void exchange(Installations.Exchange exchange) {
    Instant until = clock.instant().plus(LEASE);
    Installation old = exchange.installation();
    SlackReply reply =
        client.exchange(
            Map.of("grant_type", "refresh_token", "refresh_token", old.refresh().orElse("")),
            oauth.clientId(),
            oauth.clientSecret());
    Optional<Installation> renewed =
        reply instanceof SlackReply.Done done ? tokens.renewed(old, done.body()) : Optional.empty();
    if (renewed.isPresent()) {
      keep(exchange, renewed.get(), until);
    } else {
      LOG.warn("A token was not exchanged: {}", reply);
      installations.giveUpExchange(exchange, clock.instant().plus(AFTER_TROUBLE));
      known.remove(old.tenant().tenant());
    }
  }

  /** The old refresh token is spent, so the new one must not be lost to a database that is busy. */
  private void keep(Installations.Exchange exchange, Installation renewed, Instant until) {
    try {
      if (!installations.endExchange(exchange, renewed)) {
        LOG.error("A new token came too late to be kept; its workspace may have to install again");
      }
      known.remove(renewed.tenant().tenant());
    } catch (RuntimeException trouble) {
      if (clock.instant().isAfter(until)) {
        LOG.error("A new token could not be kept; its workspace may have to install again");
        return;
      }
      LOG.warn("A new token is not kept yet: {}", trouble.getClass().getSimpleName());
      keepSoon(exchange, renewed, until);
    }
  }

  private void keepSoon(Installations.Exchange exchange, Installation renewed, Instant until) {
    try {
      var unused =
          exchanges.schedule(
              () -> keep(exchange, renewed, until), AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      LOG.error("The program ends with a new token that is not kept");
    }
  }

  /** An exchange under way ends well if it can: what Slack gave and nobody keeps is lost. */
  @Override
  public void close() {
    exchanges.shutdown();
    try {
      if (!exchanges.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("An exchange of a token is given up");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } finally {
      exchanges.shutdownNow();
    }
  }
}
