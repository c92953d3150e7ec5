package bot.optout.operation;

import java.util.function.BooleanSupplier;

/** One thing that must hold for the bot to be of use; an exception counts as a failure. */
public record Check(String name, BooleanSupplier holds) {
  boolean fails() {
    try {
      return !holds.getAsBoolean();
    } catch (RuntimeException trouble) {
      return true;
    }
  }
}
