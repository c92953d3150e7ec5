package bot.optout.slack;

import bot.optout.operation.HttpRoute;
import bot.optout.program.Ground;
import bot.optout.store.TenantKey;
import java.util.List;
import java.util.function.Consumer;

/**
 * Whose bot it is: that of the one workspace whose token the operator set, or that of all who
 * install the app by themselves.
 *
 * @param routes the pages to install it
 */
record SlackTenancy(Workspaces workspaces, Introduction introduction, List<HttpRoute> routes)
    implements AutoCloseable {
  SlackTenancy {
    routes = List.copyOf(routes);
  }

  static SlackTenancy of(
      SlackConfig config, SlackClient client, Ground ground, SlackHealth health, SlackWords words) {
    Consumer<String> purge =
        team -> ground.store().forget(new TenantKey(SlackEvents.PLATFORM, team));
    if (config.oauth().isPresent()) {
      return installed(config.oauth().get(), client, ground, purge, words);
    }
    OneWorkspace one = new OneWorkspace(config.botToken().orElseThrow(), health, purge);
    return new SlackTenancy(one, Introduction.of(client, one), List.of());
  }

  private static SlackTenancy installed(
      SlackOAuth oauth,
      SlackClient client,
      Ground ground,
      Consumer<String> purge,
      SlackWords words) {
    Tokens tokens = new Tokens(ground.clock());
    InstalledWorkspaces installed =
        new InstalledWorkspaces(
            ground.store().installations(), client, oauth, tokens, purge, ground.clock());
    SlackInstall pages =
        new SlackInstall(
            oauth,
            new InstallState(oauth.clientSecret(), ground.clock()),
            client,
            tokens,
            installed::installed,
            words);
    return new SlackTenancy(installed, Introduction.NONE, pages.routes());
  }

  @Override
  public void close() {
    workspaces.close();
  }
}
