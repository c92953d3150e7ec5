package bot.optout.telegram;

/** A button below a message. */
sealed interface TelegramButton {
  String label();

  /** Pressing it comes back as a callback query with this data. */
  record Press(String label, String data) implements TelegramButton {}

  /** Pressing it opens an address. */
  record Open(String label, String url) implements TelegramButton {}

  /**
   * Pressing it copies a text. {@code toString} hides it.
   *
   * @param text 1 to 256 UTF-16 units
   */
  record Copy(String label, String text) implements TelegramButton {
    static final int MOST = 256;

    @Override
    public String toString() {
      return "Copy";
    }
  }
}
