package bot.optout.telegram;

/**
 * The bot as Telegram knows it.
 *
 * @param id the number before the colon of the token
 * @param username without the {@code @}
 */
record TelegramSelf(String id, String username) {
  @Override
  public String toString() {
    return "TelegramSelf";
  }
}
