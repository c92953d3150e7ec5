package bot.optout.store;

import java.util.Optional;

/** How to log in to a database server. {@code toString} hides it. */
public record DatabaseLogin(Optional<String> user, Optional<String> password) {
  @Override
  public String toString() {
    return "•••";
  }
}
