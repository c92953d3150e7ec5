package bot.optout.slack;

import java.util.Map;

/** Calls Slack as the bot of a workspace, and notes what Slack thinks of the token. */
final class WorkspaceCalls {
  private final Workspaces workspaces;
  private final SlackApis apis;

  WorkspaceCalls(Workspaces workspaces, SlackApis apis) {
    this.workspaces = workspaces;
    this.apis = apis;
  }

  SlackReply call(SlackCall call, Workspace workspace) {
    return noted(api(workspace).call(call), workspace);
  }

  /** Posts a form: a few methods take nothing else. */
  SlackReply call(String method, Map<String, String> form, Workspace workspace) {
    return noted(api(workspace).call(method, form), workspace);
  }

  private SlackReply noted(SlackReply reply, Workspace workspace) {
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
