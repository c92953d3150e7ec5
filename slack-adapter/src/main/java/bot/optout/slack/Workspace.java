package bot.optout.slack;

import bot.optout.operation.Secret;

/** A workspace, or a whole organisation, in which the app is installed. */
record Workspace(SlackIdentity identity, Secret token) {
  @Override
  public String toString() {
    return "Workspace";
  }
}
