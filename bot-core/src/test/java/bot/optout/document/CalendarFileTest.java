package bot.optout.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import bot.optout.message.Attachment;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CalendarFileTest {
  private static final Attachment.CalendarEntry ENTRY =
      new Attachment.CalendarEntry(
          "deadline.ics",
          "Antwort von Meta fällig; Łódź, Şanlıurfa",
          "Frist: ein Monat (Art. 12 Abs. 3 DSGVO)\n" + "Größe ".repeat(40).strip(),
          LocalDate.of(2028, 2, 29),
          List.of(1, 0));

  @Test
  void what_is_read_back_is_what_was_written() {
    ICalendar calendar = Biweekly.parse(text(ENTRY)).first();
    assertTrue(calendar.validate(ICalVersion.V2_0).isEmpty());
    VEvent event = calendar.getEvents().get(0);
    assertEquals(ENTRY.title(), event.getSummary().getValue());
    assertEquals(ENTRY.details(), event.getDescription().getValue());
    assertEquals(2, event.getAlarms().size());
  }

  @Test
  void the_day_is_a_whole_day_and_rings_in_the_morning() {
    String text = text(ENTRY);
    assertTrue(text.contains("\r\nDTSTART;VALUE=DATE:20280229\r\n"), text);
    assertTrue(text.contains("\r\nDTEND;VALUE=DATE:20280301\r\n"), text);
    assertTrue(text.contains("\r\nTRIGGER;RELATED=START:-PT15H\r\n"), text);
    assertTrue(text.contains("\r\nTRIGGER;RELATED=START:PT9H\r\n"), text);
    assertTrue(text.contains("\r\nTRANSP:TRANSPARENT\r\n"), text);
  }

  @Test
  void lines_end_and_fold_as_the_format_wants() {
    String text = text(ENTRY);
    assertFalse(text.replace("\r\n", "").matches("(?s).*[\\r\\n].*"));
    for (String line : text.split("\r\n", -1)) {
      int octets = line.getBytes(StandardCharsets.UTF_8).length;
      assertTrue(octets <= 75, () -> octets + " octets: " + line);
    }
  }

  @Test
  void the_id_is_the_content() {
    Attachment.CalendarEntry other =
        new Attachment.CalendarEntry(
            "x.ics", ENTRY.title(), ENTRY.details(), ENTRY.day().plusDays(1), ENTRY.alarms());
    assertArrayEquals(Documents.bytes(ENTRY), Documents.bytes(ENTRY));
    assertNotEquals(id(ENTRY), id(other));
  }

  private static String id(Attachment.CalendarEntry entry) {
    return Biweekly.parse(text(entry)).first().getEvents().get(0).getUid().getValue();
  }

  private static String text(Attachment.CalendarEntry entry) {
    return new String(Documents.bytes(entry), StandardCharsets.UTF_8);
  }
}
