package bot.optout.knowledge;

/** How sure the editors are of an entry; anything but {@code HIGH} is said with the answer. */
public enum Confidence {
  HIGH,
  MEDIUM,
  LOW
}
