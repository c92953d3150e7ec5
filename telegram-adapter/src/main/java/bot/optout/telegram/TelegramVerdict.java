package bot.optout.telegram;

import bot.optout.delivery.Sending;
import java.time.Duration;
import java.util.List;

/** What trouble with a call means for the message behind it. */
final class TelegramVerdict {
  private static final Duration UNNAMED_WAIT = Duration.ofSeconds(5);
  private static final Sending DONE = new Sending.Delivered(List.of());

  private TelegramVerdict() {}

  static Sending of(TelegramCall call, TelegramTrouble trouble) {
    return switch (trouble.kind()) {
      case NOT_SENT -> new Sending.Failed(trouble.reason());
      case NO_ANSWER ->
          call.repeatable()
              ? new Sending.Failed(trouble.reason())
              : new Sending.Ambiguous(trouble.reason());
      case REFUSED -> refused(call, trouble);
    };
  }

  private static Sending refused(TelegramCall call, TelegramTrouble trouble) {
    if (trouble.code() == 429) {
      return new Sending.RetryAfter(trouble.retryAfter().orElse(UNNAMED_WAIT));
    }
    if (isAlreadySo(call, trouble)) {
      return DONE;
    }
    // 401 and 404: the token or the server's address is wrong, which is no fault of the message.
    if (trouble.code() >= 500 || trouble.code() == 401 || trouble.code() == 404) {
      return new Sending.Failed(trouble.reason());
    }
    return isGone(call, trouble) ? new Sending.Gone() : new Sending.Refused(trouble.reason());
  }

  private static boolean isAlreadySo(TelegramCall call, TelegramTrouble trouble) {
    if (call instanceof TelegramCall.DeleteMessage) {
      return trouble.code() == 400
          && (trouble.migratedTo().isPresent()
              || trouble.says(
                  "message to delete not found", "message_id_invalid", "chat not found"));
    }
    return call.repeatable() && trouble.code() == 400 && trouble.says("message is not modified");
  }

  private static boolean isGone(TelegramCall call, TelegramTrouble trouble) {
    if (call instanceof TelegramCall.DeleteMessage) {
      return false;
    }
    return trouble.code() == 403
        || (trouble.code() == 400
            && trouble.says(
                "chat not found",
                "peer_id_invalid",
                "user_is_blocked",
                "input_user_deactivated",
                "group chat was deactivated",
                "chat_write_forbidden",
                "have no rights to send a message",
                "not enough rights to send text messages"));
  }
}
