package bot.optout.store;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** One part of a transaction of {@link GroupedWrites} and how it ended. */
final class Write<T> {
  private final Function<Handle, T> work;
  private final CompletableFuture<Outcome<T>> end = new CompletableFuture<>();
  private Optional<Outcome<T>> outcome = Optional.empty();

  Write(Function<Handle, T> work) {
    this.work = work;
  }

  private sealed interface Outcome<T> {
    record Returned<T>(T value) implements Outcome<T> {}

    record Threw<T>(Throwable trouble) implements Outcome<T> {}
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

  /** The transaction stands, and with it how the last attempt ended. */
  void settle() {
    end.complete(outcome.orElseThrow());
  }

  /** The transaction does not stand, as far as anybody heard. */
  void fail(Throwable trouble) {
    end.complete(new Outcome.Threw<>(trouble));
  }

  /** Waits for the end, also when interrupted: by then it may stand. */
  T result() {
    Outcome<T> ended = end.join();
    if (ended instanceof Outcome.Returned<T> returned) {
      return returned.value();
    }
    throw unchecked(((Outcome.Threw<T>) ended).trouble());
  }

  /** To be thrown on; an error is thrown at once. */
  static RuntimeException unchecked(Throwable trouble) {
    if (trouble instanceof Error error) {
      throw error;
    }
    return trouble instanceof RuntimeException ours ? ours : new IllegalStateException(trouble);
  }
}
