package bot.optout.slack;

import java.time.Clock;

/** Gives each workspace its own Web API; the limits are shared by all who use it. */
final class SlackApis {
  private final SlackClient client;
  private final SlackTiers tiers;

  SlackApis(SlackClient client, Clock clock) {
    this.client = client;
    this.tiers = new SlackTiers(clock);
  }

  SlackApi of(Workspace workspace) {
    return new SlackApi(client, tiers, workspace.identity().team(), workspace.token());
  }
}
