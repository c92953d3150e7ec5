package bot.optout.operation;

import bot.optout.delivery.Tally;
import bot.optout.store.Outbox;
import bot.optout.store.Store;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The bot's counters, labelled with the platform and nothing about people. */
public final class Metrics implements Tally {
  private static final Duration[] ACK_BOUNDS = {
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(3)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final String platform;

  public Metrics(String platform) {
    this.platform = platform;
  }

  /** As they stand now, in Prometheus' text format. */
  public String scrape() {
    return registry.scrape();
  }

  /** Shows how much waits, in both boxes, and since when; every scrape asks the database. */
  public void watch(Store store, Clock clock) {
    gauge(
        "optout.inbox.waiting",
        "Conversations that wait for a turn and could have one",
        "",
        store.inbox(),
        inbox -> inbox.waiting(platform));
    gauge(
        "optout.inbox.age",
        "Seconds since the first of them could have it",
        "seconds",
        store.inbox(),
        inbox -> StoreChecks.waiting(inbox, platform, clock).toMillis() / 1000.0);
    watch(store.outbox(), clock);
  }

  private <T> void gauge(
      String name, String description, String unit, T about, ToDoubleFunction<T> value) {
    Gauge.builder(name, about, value)
        .description(description)
        .baseUnit(unit.isEmpty() ? null : unit)
        .tag("platform", platform)
        // The registry would let go of it at the next garbage collection, and show NaN.
        .strongReference(true)
        .register(registry);
  }

  /**
   * Shows how long ago the platform last gave a sign of life.
   *
   * @param age empty: never
   */
  public void watch(Supplier<Optional<Duration>> age) {
    gauge(
        "optout.platform.age",
        "Seconds since the platform last answered a poll or a ping; -1: never",
        "seconds",
        age,
        now -> now.get().map(time -> time.toMillis() / 1000.0).orElse(-1.0));
  }

  private void watch(Outbox outbox, Clock clock) {
    gauge(
        "optout.outbox.depth",
        "Messages that wait for delivery",
        "",
        outbox,
        box -> box.depth(platform));
    gauge(
        "optout.outbox.age",
        "Seconds since the oldest waiting message was decided",
        "seconds",
        outbox,
        box -> age(box, clock));
  }

  private double age(Outbox outbox, Clock clock) {
    return outbox
        .oldest(platform)
        .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
        .orElse(0.0);
  }

  @Override
  public void accepted() {
    events("accepted");
  }

  @Override
  public void acknowledged(Duration time) {
    Timer.builder("optout.ack")
        .description("From the bot's door until an event is durable and may be acknowledged")
        .tag("platform", platform)
        .serviceLevelObjectives(ACK_BOUNDS)
        .register(registry)
        .record(time);
  }

  @Override
  public void limited() {
    messages("limited");
  }

  @Override
  public void duplicate() {
    events("duplicate");
  }

  @Override
  public void decided(String kind) {
    count("optout.decisions", "Questions by what was decided", "kind", kind);
  }

  @Override
  public void turn() {
    turns("done");
  }

  @Override
  public void turnFailed() {
    turns("failed");
  }

  @Override
  public void setAside() {
    turns("set_aside");
  }

  @Override
  public void delivered() {
    messages("delivered");
  }

  @Override
  public void retried() {
    messages("retried");
  }

  @Override
  public void ambiguous() {
    messages("ambiguous");
  }

  @Override
  public void dropped() {
    messages("dropped");
  }

  @Override
  public void gone() {
    messages("gone");
  }

  private void events(String outcome) {
    count("optout.events", "Events that arrived", "outcome", outcome);
  }

  private void turns(String outcome) {
    count("optout.turns", "Turns by their end", "outcome", outcome);
  }

  private void messages(String outcome) {
    count("optout.messages", "Deliveries by their end", "outcome", outcome);
  }

  /** Micrometer gives the same counter for the same name and tags. */
  private void count(String name, String description, String tag, String value) {
    Counter.builder(name)
        .description(description)
        .tag("platform", platform)
        .tag(tag, value)
        .register(registry)
        .increment();
  }
}
