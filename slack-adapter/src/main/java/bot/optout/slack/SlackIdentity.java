package bot.optout.slack;

/**
 * Who we are in the workspace, as Slack says.
 *
 * @param team the workspace: the tenant of everything that happens in it
 * @param user the bot's own user, whose messages are not answered
 */
record SlackIdentity(String team, String user) {
  @Override
  public String toString() {
    return "SlackIdentity";
  }
}
