package bot.optout.store;

/**
 * What a query ends with to keep the rows it finds from changing until the transaction ends. Where
 * only one transaction writes at a time, that is nothing.
 *
 * @param waiting for others that hold them
 * @param passing over those that others hold
 */
record RowLocks(String waiting, String passing) {
  static final RowLocks NONE = new RowLocks("", "");
  static final RowLocks FOR_UPDATE = new RowLocks(" FOR UPDATE", " FOR UPDATE SKIP LOCKED");
}
