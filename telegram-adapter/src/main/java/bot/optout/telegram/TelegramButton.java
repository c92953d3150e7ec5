package bot.optout.telegram;

/** A button below a message. */
sealed interface TelegramButton {
  String label();

  /** Pressing it comes back as a callback query with this data. */
  record Press(String label, String data) implements TelegramButton {}

  /** Pressing it opens an address. */
  record Open(String label, String url) implements TelegramButton {}
}
