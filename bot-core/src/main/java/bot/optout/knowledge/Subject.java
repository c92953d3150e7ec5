package bot.optout.knowledge;

/** What a question can be about. */
record Subject(String id, Kind kind) {
  enum Kind {
    ENTRY,
    INTENT,
    NON_TOPIC
  }

  /** Whether the bot has something to offer on it. */
  boolean ours() {
    return kind != Kind.NON_TOPIC;
  }

  boolean is(Kind some) {
    return kind == some;
  }
}
