package bot.optout.telegram;

/** How updates come in: the bot asks for them, or Telegram brings them. */
interface WayIn {
  /** Returns when it was stopped, or when Telegram does not know the token any more. */
  TelegramLoop.End run();

  /** Ends it soon. */
  void stop();
}
