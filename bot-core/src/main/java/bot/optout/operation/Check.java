package bot.optout.operation;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One thing that must hold for the bot to be of use; an exception counts as a failure.
 *
 * @param detail in a few words for the operator, such as an age or a count; may be empty
 */
public record Check(String name, BooleanSupplier holds, Supplier<String> detail) {
  /** One that has nothing more to say. */
  public Check(String name, BooleanSupplier holds) {
    this(name, holds, () -> "");
  }

  /** How it stands now. */
  Result result() {
    try {
      return new Result(name, holds.getAsBoolean(), detail.get());
    } catch (RuntimeException trouble) {
      return new Result(name, false, "");
    }
  }

  record Result(String name, boolean holds, String detail) {
    String line() {
      return name + ": " + (holds ? "ok" : "failed") + (detail.isEmpty() ? "" : ", " + detail);
    }
  }
}
