package bot.optout.message;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A file that travels with a message, as a value. Its bytes are made where it leaves, by the room
 * {@code document}. The name has an ending and no path; the media type goes with it. {@code
 * toString} hides what people typed.
 */
public sealed interface Attachment {
  String name();

  String mediaType();

  /** Text as it is, in UTF-8: {@code .txt}, {@code .json}. */
  record Text(String name, String mediaType, String text) implements Attachment {
    public static Text plain(String name, String text) {
      return new Text(name, "text/plain", text);
    }

    @Override
    public String toString() {
      return "Text[" + mediaType + ", " + text.length() + " characters]";
    }
  }

  /** A letter as {@code .pdf}, ready to print. */
  record Pdf(String name, Sheet sheet) implements Attachment {
    @Override
    public String mediaType() {
      return "application/pdf";
    }

    @Override
    public String toString() {
      return "Pdf[" + sheet + "]";
    }
  }

  /**
   * A day for the calendar as {@code .ics}.
   *
   * @param alarms how many days before the day a calendar should ring, each in the morning
   */
  record CalendarEntry(
      String name, String title, String details, LocalDate day, List<Integer> alarms)
      implements Attachment {
    public CalendarEntry {
      alarms = List.copyOf(alarms);
    }

    @Override
    public String mediaType() {
      return "text/calendar";
    }

    @Override
    public String toString() {
      return "CalendarEntry[" + day + ", " + alarms + "]";
    }
  }

  /**
   * Several files in one {@code .zip}, with a manifest of their hashes.
   *
   * @param dates the day a part belongs to, by the part's name; parts without one have no date
   */
  record Bundle(String name, List<Attachment> parts, Map<String, LocalDate> dates)
      implements Attachment {
    public Bundle {
      parts = List.copyOf(parts);
      dates = Map.copyOf(dates);
    }

    public Bundle(String name, List<Attachment> parts) {
      this(name, parts, Map.of());
    }

    @Override
    public String mediaType() {
      return "application/zip";
    }

    @Override
    public String toString() {
      return "Bundle[" + parts + "]";
    }
  }
}
