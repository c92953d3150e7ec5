package bot.optout.store;

/** A person on one platform, within one bot or workspace. {@code toString} hides the ids. */
public record PersonKey(String platform, String tenant, String person) {
  @Override
  public String toString() {
    return "PersonKey[" + platform + "]";
  }
}
