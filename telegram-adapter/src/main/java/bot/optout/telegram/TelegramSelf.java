package bot.optout.telegram;

/**
 * The bot as Telegram knows it.
 *
 * @param id the number before the colon of the token
 * @param username without the {@code @}
 */
record TelegramSelf(String id, String username) {
  /** Opens the private chat; the payload has 1 to 64 letters, digits, _ and -. */
  String link(String payload) {
    return "https://t.me/" + username + "?start=" + payload;
  }

  @Override
  public String toString() {
    return "TelegramSelf";
  }
}
