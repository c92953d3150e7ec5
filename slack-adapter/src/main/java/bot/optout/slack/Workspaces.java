package bot.optout.slack;

import java.util.Optional;

/** Where the app is installed. */
interface Workspaces extends AutoCloseable {
  /**
   * The workspace of that id, with a token that is good for now.
   *
   * @throws NotIntroduced if it cannot be told yet
   */
  Optional<Workspace> of(String team);

  /** What Slack thinks of its token. */
  void tokenSeen(String team, boolean valid);

  /**
   * It removed the app: nothing of it is kept any more, unless it was installed again since.
   *
   * @param when in seconds since 1970; 0 if Slack does not say
   */
  void left(String team, long when);

  /** Ends what goes on by itself. */
  @Override
  default void close() {}

  /** Slack has not told us yet who we are; whatever arrives may come again later. */
  final class NotIntroduced extends IllegalStateException {
    private static final long serialVersionUID = 1;

    NotIntroduced() {
      super("Slack has not told us yet who we are");
    }
  }
}
