package bot.optout.telegram;

import bot.optout.telegram.TelegramCall.EditText;
import bot.optout.telegram.TelegramCall.SendFile;
import bot.optout.telegram.TelegramCall.SendText;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Another call to the same end, where Telegram refuses one and says why. */
final class TelegramDetour {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramDetour.class);

  private TelegramDetour() {}

  /** Empty: there is none, or nothing left to do. */
  static Optional<TelegramCall> around(TelegramCall call, TelegramTrouble trouble) {
    if (trouble.code() != 400) {
      return Optional.empty();
    }
    if (trouble.migratedTo().isPresent()) {
      return call.in(trouble.migratedTo().getAsLong());
    }
    if (call instanceof EditText edit && cannotBeEdited(trouble)) {
      return Optional.of(edit.instead());
    }
    if (trouble.says("can't parse entities")) {
      return unmarked(call);
    }
    return trouble.says("message thread not found", "topic_closed", "topic_deleted")
        ? outsideTheTopic(call)
        : Optional.empty();
  }

  private static boolean cannotBeEdited(TelegramTrouble trouble) {
    return trouble.says(
        "message to edit not found",
        "message can't be edited",
        "message_id_invalid",
        "message identifier is not specified",
        "there is no text in the message to edit");
  }

  private static Optional<TelegramCall> unmarked(TelegramCall call) {
    Optional<TelegramCall> unmarked = Optional.empty();
    if (call instanceof SendText text && !text.plain()) {
      unmarked = Optional.of(text.unmarked());
    } else if (call instanceof EditText edit && !edit.instead().plain()) {
      unmarked = Optional.of(new EditText(edit.message(), edit.instead().unmarked()));
    }
    unmarked.ifPresent(
        words -> LOG.error("Telegram cannot read our markup; the words are sent without it"));
    return unmarked;
  }

  /** Not as a reply either: an answer to a message of the topic would go into it again. */
  private static Optional<TelegramCall> outsideTheTopic(TelegramCall call) {
    TelegramRoute outside = TelegramRoute.into(call.chat());
    if (call instanceof SendText text && !text.route().equals(outside)) {
      return Optional.of(text.on(outside));
    }
    return call instanceof SendFile file && !file.route().equals(outside)
        ? Optional.of(file.on(outside))
        : Optional.empty();
  }
}
