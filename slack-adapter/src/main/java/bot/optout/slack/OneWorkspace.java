package bot.optout.slack;

import bot.optout.operation.Secret;
import java.util.Optional;
import java.util.function.Consumer;

/** The one workspace whose token the operator set. Slack says at the start which it is. */
final class OneWorkspace implements Workspaces {
  private final Secret token;
  private final SlackHealth health;
  private final Consumer<String> purge;
  private volatile Optional<Workspace> known = Optional.empty();

  /**
   * @param purge removes everything of a workspace from the database
   */
  OneWorkspace(Secret token, SlackHealth health, Consumer<String> purge) {
    this.token = token;
    this.health = health;
    this.purge = purge;
  }

  Secret token() {
    return token;
  }

  void introduced(SlackIdentity identity) {
    known = Optional.of(new Workspace(identity, token));
  }

  @Override
  public Optional<Workspace> of(String team) {
    Workspace workspace = known.orElseThrow(NotIntroduced::new);
    return Optional.of(workspace).filter(one -> one.identity().is(team));
  }

  @Override
  public void tokenSeen(String team, boolean valid) {
    health.tokenSeen(valid);
  }

  @Override
  public void left(String team, long when) {
    purge.accept(known.orElseThrow(NotIntroduced::new).identity().team());
    health.tokenSeen(false);
  }
}
