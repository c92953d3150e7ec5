package bot.optout.cases;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * The time zone of a person: the one their platform tells, else one from the middle of where they
 * live, else that of Central Europe.
 */
public final class Zones {
  /** Where most people who use this bot live. */
  public static final ZoneId DEFAULT = ZoneId.of("Europe/Brussels");

  private static final Map<String, String> OF_COUNTRIES =
      Map.ofEntries(
          Map.entry("GB", "Europe/London"),
          Map.entry("IE", "Europe/Dublin"),
          Map.entry("PT", "Europe/Lisbon"),
          Map.entry("GR", "Europe/Athens"),
          Map.entry("FI", "Europe/Helsinki"),
          Map.entry("BR", "America/Sao_Paulo"),
          Map.entry("KR", "Asia/Seoul"),
          Map.entry("US-CA", "America/Los_Angeles"),
          Map.entry("US", "America/Chicago"),
          Map.entry("CA", "America/Winnipeg"),
          Map.entry("AU", "Australia/Adelaide"),
          Map.entry("IN", "Asia/Kolkata"),
          Map.entry("JP", "Asia/Tokyo"),
          Map.entry("TR", "Europe/Istanbul"),
          Map.entry("UK", "Europe/London"));

  private Zones() {}

  /** The zone with that name, if there is one. */
  public static Optional<ZoneId> named(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  /** A zone for a code of a country or jurisdiction. */
  public static ZoneId of(String place) {
    return Optional.ofNullable(OF_COUNTRIES.get(place)).map(ZoneId::of).orElse(DEFAULT);
  }
}
