package bot.optout.store;

/** A bot on Telegram, a workspace on Slack. {@code toString} hides the id. */
public record TenantKey(String platform, String tenant) {
  @Override
  public String toString() {
    return "TenantKey[" + platform + "]";
  }
}
