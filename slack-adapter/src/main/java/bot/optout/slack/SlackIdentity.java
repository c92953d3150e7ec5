package bot.optout.slack;

import java.util.Optional;

/**
 * Who we are in a workspace, as Slack says.
 *
 * @param team the workspace, or the organisation: the tenant of everything that happens in it
 * @param user the bot's own user, whose messages are not answered
 * @param organisation the organisation it belongs to, if there is one
 */
record SlackIdentity(String team, String user, Optional<String> organisation) {
  SlackIdentity(String team, String user) {
    this(team, user, Optional.empty());
  }

  /** Whether things that happen there happen here. */
  boolean is(String where) {
    return team.equals(where) || organisation.filter(where::equals).isPresent();
  }

  @Override
  public String toString() {
    return "SlackIdentity";
  }
}
