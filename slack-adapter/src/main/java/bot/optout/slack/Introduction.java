package bot.optout.slack;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks Slack who we are; the first request of all, so it also tells whether the token is good. */
final class Introduction {
  /** Where every workspace has a token of its own, there is nothing to ask. */
  static final Introduction NONE =
      new Introduction(() -> new SlackReply.Done(new JsonObject()), identity -> {}, false);

  private final Supplier<SlackReply> question;
  private final Consumer<SlackIdentity> answer;
  private final boolean needed;

  private Introduction(
      Supplier<SlackReply> question, Consumer<SlackIdentity> answer, boolean needed) {
    this.question = question;
    this.answer = answer;
    this.needed = needed;
  }

  static Introduction of(SlackClient client, OneWorkspace workspace) {
    return new Introduction(
        () -> client.call(new SlackCall("auth.test", new JsonObject()), workspace.token()),
        workspace::introduced,
        true);
  }

  /** Done once we know who we are. */
  SlackReply ask() {
    SlackReply reply = question.get();
    if (!needed || !(reply instanceof SlackReply.Done done)) {
      return reply;
    }
    Optional<SlackIdentity> identity = identity(done);
    identity.ifPresent(answer);
    return identity.isPresent() ? reply : new SlackReply.Unanswered("nobody");
  }

  private static Optional<SlackIdentity> identity(SlackReply.Done done) {
    return SlackJson.text(done.body(), "team_id")
        .flatMap(
            team ->
                SlackJson.text(done.body(), "user_id")
                    .map(
                        user ->
                            new SlackIdentity(
                                team, user, SlackJson.text(done.body(), "enterprise_id"))));
  }

  /** Only the operator can help. */
  static boolean isRejection(SlackReply reply) {
    return reply instanceof SlackReply.Denied denied
        && (SlackErrors.isToken(denied.error()) || denied.error().equals("missing_scope"));
  }

  /** As long as Slack asks for, and at least as long as we would wait ourselves. */
  static Duration patience(SlackReply reply, Duration ours) {
    Duration asked = reply instanceof SlackReply.Limited limited ? limited.pause() : Duration.ZERO;
    return asked.compareTo(ours) > 0 ? asked : ours;
  }
}
