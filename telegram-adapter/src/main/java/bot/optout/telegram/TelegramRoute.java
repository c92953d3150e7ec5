package bot.optout.telegram;

import java.util.OptionalInt;

/**
 * Where an answer goes. Kept by the core as text between receiving and answering.
 *
 * @param thread the forum topic
 * @param reply the message of the person that is answered; only in groups, where it shows who is
 *     meant
 */
record TelegramRoute(long chat, OptionalInt thread, OptionalInt reply) {
  private static final String NOTHING = "-";

  /** To the chat and nowhere in particular. */
  static TelegramRoute into(long chat) {
    return new TelegramRoute(chat, OptionalInt.empty(), OptionalInt.empty());
  }

  String text() {
    return chat + "/" + written(thread) + "/" + written(reply);
  }

  static TelegramRoute parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("not a Telegram route");
    }
    return new TelegramRoute(Long.parseLong(parts[0]), number(parts[1]), number(parts[2]));
  }

  private static String written(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : NOTHING;
  }

  private static OptionalInt number(String text) {
    return text.equals(NOTHING) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
  }

  /** Hides the ids. */
  @Override
  public String toString() {
    return "TelegramRoute";
  }
}
