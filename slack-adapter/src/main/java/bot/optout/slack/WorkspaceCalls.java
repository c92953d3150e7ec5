package bot.optout.slack;

/** Calls Slack as the bot of a workspace, and notes what Slack thinks of the token. */
final class WorkspaceCalls {
  private final Workspaces workspaces;
  private final SlackApis apis;

  WorkspaceCalls(Workspaces workspaces, SlackApis apis) {
    this.workspaces = workspaces;
    this.apis = apis;
  }

  SlackReply call(SlackCall call, Workspace workspace) {
    SlackReply reply = api(workspace).call(call);
    String team = workspace.identity().team();
    if (reply instanceof SlackReply.Done) {
      workspaces.tokenSeen(team, true);
    } else if (reply instanceof SlackReply.Denied denied && SlackErrors.isToken(denied.error())) {
      workspaces.tokenSeen(team, false);
    }
    return reply;
  }

  /** For what takes several requests, or an address that needs no token. */
  SlackApi api(Workspace workspace) {
    return apis.of(workspace);
  }
}
