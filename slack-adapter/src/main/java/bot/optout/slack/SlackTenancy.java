package bot.optout.slack;

import bot.optout.operation.HttpRoute;
import bot.optout.program.Foundation;
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
      SlackConfig config,
      SlackClient client,
      Foundation foundation,
      SlackHealth health,
      SlackWords words) {
    Consumer<String> purge =
        team -> foundation.store().forget(new TenantKey(SlackEvents.PLATFORM, team));
    if (config.oauth().isPresent()) {
      return installed(config.oauth().get(), client, foundation, purge, words);
    }
    OneWorkspace one = new OneWorkspace(config.botToken().orElseThrow(), health, purge);
    return new SlackTenancy(one, Introduction.of(client, one), List.of());
  }

  private static SlackTenancy installed(
      SlackOAuth oauth,
      SlackClient client,
      Foundation foundation,
      Consumer<String> purge,
      SlackWords words) {
    Tokens tokens = new Tokens(foundation.clock());
    InstalledWorkspaces installed =
        new InstalledWorkspaces(
            foundation.store().installations(), client, oauth, tokens, purge, foundation.clock());
    SlackInstall pages =
        new SlackInstall(
            oauth,
            new InstallState(oauth.clientSecret(), foundation.clock()),
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
