package bot.optout;

/**
 * What a platform knows of a person beyond what it sends along: their language, their time zone.
 * Asked when a turn begins, after the event was acknowledged, so it may take a moment; it never
 * throws, and knows nothing rather than too late.
 */
@FunctionalInterface
public interface Directory {
  /** Knows nothing. */
  Directory EMPTY = incoming -> incoming;

  /** The same, with what is known in the places of what is missing. */
  Incoming completed(Incoming incoming);
}
