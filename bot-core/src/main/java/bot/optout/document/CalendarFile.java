package bot.optout.document;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.Related;
import biweekly.property.Classification;
import biweekly.property.Trigger;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import bot.optout.message.Attachment;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.UUID;

/**
 * A day for the calendar as {@code .ics} (RFC 5545): all day, private, and nobody is busy because
 * of it. It holds what the entry says and nothing else. The id comes from the content, so the same
 * file opened twice is one entry in the calendar.
 */
final class CalendarFile {
  private static final String MAKER = "-//Optout Bot//Optout Bot//EN";

  /** Alarms ring at nine in the morning, wherever the calendar is. */
  private static final int MORNING = 9;

  /** In bytes, without the line end (RFC 5545, 3.1). */
  private static final int MAX_LINE = 75;

  private CalendarFile() {}

  static byte[] bytes(Attachment.CalendarEntry entry) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId(MAKER);
    calendar.addEvent(event(entry));
    StringWriter text = new StringWriter();
    try (ICalWriter out = new ICalWriter(text, ICalVersion.V2_0)) {
      // The library counts characters where the format counts bytes, so lines are folded here.
      out.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      out.write(calendar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folded(text.toString()).getBytes(StandardCharsets.UTF_8);
  }

  /** No line has more than 75 bytes; a longer one goes on below, after a space. */
  private static String folded(String text) {
    StringBuilder folded = new StringBuilder();
    int used = 0;
    for (int letter : text.codePoints().toArray()) {
      String next = Character.toString(letter);
      int bytes = next.getBytes(StandardCharsets.UTF_8).length;
      if (used + bytes > MAX_LINE && letter != '\r' && letter != '\n') {
        folded.append("\r\n ");
        used = 1;
      }
      folded.append(next);
      used = letter == '\n' ? 0 : letter == '\r' ? used : used + bytes;
    }
    return folded.toString();
  }

  private static VEvent event(Attachment.CalendarEntry entry) {
    VEvent event = new VEvent();
    event.setUid(id(entry));
    // The format asks when this was written. No clock is at hand; the day itself serves as well.
    event.setDateTimeStamp(Date.from(entry.day().atStartOfDay(ZoneOffset.UTC).toInstant()));
    event.setDateStart(date(entry.day()));
    event.setDateEnd(date(entry.day().plusDays(1)));
    event.setSummary(Clean.line(entry.title()));
    String details = Clean.text(entry.details());
    if (!details.isBlank()) {
      event.setDescription(details);
    }
    event.setTransparency(true);
    event.setClassification(Classification.private_());
    entry.alarms().forEach(days -> event.addAlarm(alarm(days, entry)));
    return event;
  }

  private static VAlarm alarm(int daysBefore, Attachment.CalendarEntry entry) {
    int hours = MORNING - 24 * daysBefore;
    Duration fromMidnight = Duration.builder().prior(hours < 0).hours(Math.abs(hours)).build();
    return VAlarm.display(new Trigger(fromMidnight, Related.START), Clean.line(entry.title()));
  }

  private static ICalDate date(LocalDate day) {
    return new ICalDate(
        new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
  }

  private static String id(Attachment.CalendarEntry entry) {
    String content = entry.day() + "\n" + entry.title() + "\n" + entry.details();
    return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)) + "@optout.bot";
  }
}
