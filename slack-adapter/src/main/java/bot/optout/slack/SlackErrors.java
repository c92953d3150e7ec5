package bot.optout.slack;

import bot.optout.delivery.Sending;
import java.util.Optional;
import java.util.Set;

/** What Slack's errors mean for a delivery. An error that is not named here is a refusal. */
final class SlackErrors {
  /** The token is worth nothing any more; only the operator can help. */
  private static final Set<String> TOKEN =
      Set.of(
          "invalid_auth",
          "not_authed",
          "token_revoked",
          "token_expired",
          "account_inactive",
          "not_allowed_token_type",
          "app_uninstalled");

  private static final Set<String> GONE =
      Set.of(
          "channel_not_found",
          "is_archived",
          "not_in_channel",
          "user_not_found",
          "user_disabled",
          "user_not_visible",
          "users_not_found",
          "cannot_dm_bot",
          "messages_tab_disabled",
          "team_access_not_granted");

  private static final Set<String> PASSING =
      Set.of("fatal_error", "internal_error", "service_unavailable", "request_timeout");

  /** Slack's own words: some aspect of the operation may have succeeded before the error. */
  private static final Set<String> DOUBTFUL = Set.of("fatal_error", "internal_error");

  /** The message that was to be changed or deleted is not there, or not ours to change. */
  private static final Set<String> NO_LONGER =
      Set.of(
          "message_not_found",
          "cant_update_message",
          "edit_window_closed",
          "channel_not_found",
          "is_archived",
          "not_in_channel",
          "file_not_found",
          "file_deleted");

  private SlackErrors() {}

  static boolean isToken(String error) {
    return TOKEN.contains(error);
  }

  static boolean isNoLonger(String error) {
    return NO_LONGER.contains(error);
  }

  static boolean isPassing(String error) {
    return PASSING.contains(error);
  }

  static boolean isGone(String error) {
    return GONE.contains(error);
  }

  /** What a trouble means when a new message was to be sent. */
  static Sending posting(SlackReply trouble) {
    return doubt(trouble).<Sending>map(Sending.Ambiguous::new).orElseGet(() -> repeatable(trouble));
  }

  /** Why it may have been done in spite of the trouble; empty: it was not. */
  static Optional<String> doubt(SlackReply trouble) {
    if (trouble instanceof SlackReply.Unanswered unanswered) {
      return Optional.of(unanswered.reason());
    }
    return trouble instanceof SlackReply.Denied denied
        ? Optional.of(denied.error()).filter(DOUBTFUL::contains)
        : Optional.empty();
  }

  /** What a trouble means when doing it twice is the same as once. */
  static Sending repeatable(SlackReply trouble) {
    if (trouble instanceof SlackReply.Limited limited) {
      return limited.sending();
    }
    if (trouble instanceof SlackReply.Denied denied) {
      return denied(denied.error());
    }
    if (trouble instanceof SlackReply.Unreached unreached) {
      return new Sending.Failed(unreached.reason());
    }
    if (trouble instanceof SlackReply.Unanswered unanswered) {
      return new Sending.Failed(unanswered.reason());
    }
    throw new IllegalArgumentException("no trouble: " + trouble);
  }

  private static Sending denied(String error) {
    if (isToken(error) || isPassing(error)) {
      return new Sending.Failed(error);
    }
    return isGone(error) ? new Sending.Gone() : new Sending.Refused(error);
  }
}
