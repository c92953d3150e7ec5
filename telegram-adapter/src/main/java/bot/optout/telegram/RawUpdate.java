package bot.optout.telegram;

import bot.optout.Address;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An update that cannot be read, and whose it may be. */
final class RawUpdate {
  private static final Pattern FROM =
      Pattern.compile("\"from\"\\s*:\\s*\\{\\s*\"id\"\\s*:\\s*(\\d{1,18})\\b");
  private static final Pattern CHAT =
      Pattern.compile("\"chat\"\\s*:\\s*\\{\\s*\"id\"\\s*:\\s*(-?\\d{1,18})\\b");

  private RawUpdate() {}

  /** Who sent it, as far as it can be seen: so that it goes when they want to be forgotten. */
  static Address sender(String raw, TelegramSelf self) {
    return new Address(
        TelegramSender.PLATFORM,
        self.id(),
        first(CHAT, raw),
        first(FROM, raw),
        Address.Audience.ALONE,
        "");
  }

  private static String first(Pattern pattern, String raw) {
    Matcher found = pattern.matcher(raw);
    return found.find() ? found.group(1) : "";
  }
}
