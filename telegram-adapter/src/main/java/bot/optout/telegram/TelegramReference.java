package bot.optout.telegram;

/** One message of the bot's, as its delivery reports it and edits and deletions name it. */
record TelegramReference(long chat, int message) {
  String text() {
    return chat + ":" + message;
  }

  static TelegramReference parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("not a Telegram reference");
    }
    return new TelegramReference(
        Long.parseLong(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
  }

  /** Hides the ids. */
  @Override
  public String toString() {
    return "TelegramReference";
  }
}
