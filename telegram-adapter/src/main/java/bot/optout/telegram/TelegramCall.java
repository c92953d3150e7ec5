package bot.optout.telegram;

import bot.optout.message.Attachment;
import java.util.List;
import java.util.Optional;

/** One call of the Bot API, as a value. */
sealed interface TelegramCall {
  long chat();

  /**
   * What is left of the call in the chat that this one became (a group that grew into a
   * supergroup). Messages are numbered anew there, so no old number must follow.
   */
  Optional<TelegramCall> in(long newChat);

  /** Whether the call may be made again without harm when nobody knows how it ended. */
  default boolean repeatable() {
    return true;
  }

  /**
   * {@code sendMessage}.
   *
   * @param html 1 to 4,096 UTF-16 units after its entities are parsed
   * @param plain whether it is no HTML after all, to be shown as it is
   */
  record SendText(
      TelegramRoute route, String html, List<List<TelegramButton>> keyboard, boolean plain)
      implements TelegramCall {
    public SendText {
      keyboard = List.copyOf(keyboard);
    }

    SendText(TelegramRoute route, String html, List<List<TelegramButton>> keyboard) {
      this(route, html, keyboard, false);
    }

    /** The same words without any markup, in case Telegram should stumble over it. */
    SendText unmarked() {
      return new SendText(route, TelegramText.unmarked(html), keyboard, true);
    }

    @Override
    public long chat() {
      return route.chat();
    }

    SendText on(TelegramRoute other) {
      return new SendText(other, html, keyboard, plain);
    }

    @Override
    public Optional<TelegramCall> in(long newChat) {
      return Optional.of(on(TelegramRoute.into(newChat)));
    }

    @Override
    public boolean repeatable() {
      return false;
    }

    @Override
    public String toString() {
      return "SendText";
    }
  }

  /** {@code sendDocument}. */
  record SendFile(TelegramRoute route, Attachment file) implements TelegramCall {
    @Override
    public long chat() {
      return route.chat();
    }

    SendFile on(TelegramRoute other) {
      return new SendFile(other, file);
    }

    @Override
    public Optional<TelegramCall> in(long newChat) {
      return Optional.of(on(TelegramRoute.into(newChat)));
    }

    @Override
    public boolean repeatable() {
      return false;
    }

    @Override
    public String toString() {
      return "SendFile";
    }
  }

  /**
   * {@code editMessageText}.
   *
   * @param instead what is sent when the message cannot be edited any more
   */
  record EditText(TelegramReference message, SendText instead) implements TelegramCall {
    @Override
    public long chat() {
      return message.chat();
    }

    @Override
    public Optional<TelegramCall> in(long newChat) {
      return instead.in(newChat);
    }

    @Override
    public String toString() {
      return "EditText";
    }
  }

  /** {@code editMessageReplyMarkup} without a keyboard: the buttons of an older card disappear. */
  record RemoveButtons(TelegramReference message) implements TelegramCall {
    @Override
    public long chat() {
      return message.chat();
    }

    @Override
    public Optional<TelegramCall> in(long newChat) {
      return Optional.empty();
    }
  }

  /** {@code deleteMessage}. */
  record DeleteMessage(TelegramReference message) implements TelegramCall {
    @Override
    public long chat() {
      return message.chat();
    }

    @Override
    public Optional<TelegramCall> in(long newChat) {
      return Optional.empty();
    }
  }
}
