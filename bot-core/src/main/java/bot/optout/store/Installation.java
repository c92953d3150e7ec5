package bot.optout.store;

import java.time.Instant;
import java.util.Optional;

/**
 * The app in one workspace.
 *
 * @param botUser who the bot is there
 * @param refresh what the next token is got for; empty: this one does not expire
 * @param expires when the token does
 */
public record Installation(
    TenantKey tenant,
    String botUser,
    String token,
    Optional<String> refresh,
    Optional<Instant> expires,
    Instant installed) {

  /** The same with the next token. */
  public Installation renewed(String next, Optional<String> nextRefresh, Optional<Instant> until) {
    return new Installation(tenant, botUser, next, nextRefresh.or(() -> refresh), until, installed);
  }

  @Override
  public String toString() {
    return "Installation";
  }
}
