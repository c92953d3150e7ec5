package bot.optout.slack;

import bot.optout.operation.Secret;

/**
 * The app as Slack's sign-in knows it.
 *
 * @param redirectUrl where Slack sends people back to, as it stands in the app's settings
 */
record SlackOAuth(String clientId, Secret clientSecret, String redirectUrl) {
  @Override
  public String toString() {
    return "SlackOAuth";
  }
}
