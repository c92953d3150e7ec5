package bot.optout.store;

import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** One part of a transaction and how it ended. Guarded by the lock of {@link GroupedWrites}. */
final class Write<T> {
  private final Function<Handle, T> work;
  private final boolean durable;
  private Optional<Outcome<T>> outcome = Optional.empty();
  private boolean settled;

  Write(Function<Handle, T> work, boolean durable) {
    this.work = work;
    this.durable = durable;
  }

  private sealed interface Outcome<T> {
    record Returned<T>(T value) implements Outcome<T> {}

    record Threw<T>(Throwable trouble) implements Outcome<T> {}
  }

  boolean durable() {
    return durable;
  }

  /** What the work threw, if it did; the transaction may still commit without it. */
  Optional<Throwable> attempt(Handle handle) {
    try {
      outcome = Optional.of(new Outcome.Returned<>(work.apply(handle)));
      return Optional.empty();
    } catch (RuntimeException | Error trouble) {
      outcome = Optional.of(new Outcome.Threw<>(trouble));
      return Optional.of(trouble);
    }
  }

  void settle() {
    settled = true;
  }

  void fail(Throwable trouble) {
    outcome = Optional.of(new Outcome.Threw<>(trouble));
    settled = true;
  }

  boolean settled() {
    return settled;
  }

  T result() {
    Outcome<T> end = outcome.orElseThrow();
    if (end instanceof Outcome.Returned<T> returned) {
      return returned.value();
    }
    throw unchecked(((Outcome.Threw<T>) end).trouble());
  }

  /** To be thrown on; an error is thrown at once. */
  static RuntimeException unchecked(Throwable trouble) {
    if (trouble instanceof Error error) {
      throw error;
    }
    return trouble instanceof RuntimeException ours ? ours : new IllegalStateException(trouble);
  }
}
