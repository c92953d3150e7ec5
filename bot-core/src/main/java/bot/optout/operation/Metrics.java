package bot.optout.operation;

import bot.optout.delivery.Tally;
import bot.optout.store.Outbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;

/** The bot's counters, labelled with the platform and nothing about people. */
public final class Metrics implements Tally {
  private final MeterRegistry registry;
  private final String platform;

  public Metrics(MeterRegistry registry, String platform) {
    this.registry = registry;
    this.platform = platform;
  }

  /** Shows how much waits for delivery and since when; every scrape asks the database. */
  public void watch(Outbox outbox, Clock clock) {
    Gauge.builder("optout.outbox.depth", outbox, box -> box.depth(platform))
        .description("Messages that wait for delivery")
        .tag("platform", platform)
        // The registry would let go of the outbox at the next garbage collection, and show NaN.
        .strongReference(true)
        .register(registry);
    Gauge.builder("optout.outbox.age", outbox, box -> age(box, clock))
        .description("Seconds since the oldest waiting message was decided")
        .baseUnit("seconds")
        .tag("platform", platform)
        // The registry would let go of the outbox at the next garbage collection, and show NaN.
        .strongReference(true)
        .register(registry);
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
