package bot.optout.document;

import bot.optout.message.Attachment;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of attachments. What a format needs is loaded when the first file of that format is
 * asked for, so a program that starts pays nothing.
 */
public final class Documents {
  private Documents() {}

  /**
   * The file as it leaves. Equal attachments give equal bytes; nothing in it comes from a clock. No
   * text makes it fail: what a format cannot show is replaced by a visible sign.
   */
  public static byte[] bytes(Attachment attachment) {
    if (attachment instanceof Attachment.Pdf pdf) {
      return LetterPdf.bytes(pdf.sheet());
    }
    if (attachment instanceof Attachment.CalendarEntry entry) {
      return CalendarFile.bytes(entry);
    }
    if (attachment instanceof Attachment.Bundle bundle) {
      return Archive.bytes(bundle);
    }
    return ((Attachment.Text) attachment).text().getBytes(StandardCharsets.UTF_8);
  }
}
