package bot.optout.telegram;

import bot.optout.document.Documents;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.CopyTextButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Makes the calls that talk to people, and waits for their answers. */
final class TelegramApi {
  private static final String HTML = "HTML";

  private final OkHttpTelegramClient telegram;

  /**
   * @param http a client with {@link TelegramWire} and a limit for the whole call
   */
  TelegramApi(OkHttpClient http, String token, TelegramUrl url) {
    this.telegram = new OkHttpTelegramClient(http, token, url);
  }

  /** The message that now stands in the chat, for calls that leave one. */
  Optional<TelegramReference> make(TelegramCall call) throws TelegramTrouble {
    if (call instanceof TelegramCall.SendText text) {
      return sent(text.chat(), result(telegram, message(text)));
    }
    if (call instanceof TelegramCall.SendFile file) {
      return sent(file.chat(), await(telegram.executeAsync(document(file))));
    }
    if (call instanceof TelegramCall.EditText edit) {
      result(telegram, edited(edit));
      return Optional.of(edit.message());
    }
    if (call instanceof TelegramCall.RemoveButtons card) {
      result(telegram, bare(card));
      return Optional.empty();
    }
    TelegramReference old = ((TelegramCall.DeleteMessage) call).message();
    result(telegram, new DeleteMessage(Long.toString(old.chat()), old.message()));
    return Optional.empty();
  }

  void answerCallback(String query) throws TelegramTrouble {
    result(telegram, new AnswerCallbackQuery(query));
  }

  /** The request that {@link #make} sends. */
  static SendMessage message(TelegramCall.SendText text) {
    return SendMessage.builder()
        .chatId(text.chat())
        .text(text.html())
        .parseMode(text.plain() ? null : HTML)
        .linkPreviewOptions(noPreview())
        .messageThreadId(orNull(text.route().thread()))
        .replyParameters(reply(text.route()))
        .replyMarkup(keyboard(text.keyboard()))
        .build();
  }

  /** The same for a message that is edited. */
  static EditMessageText edited(TelegramCall.EditText edit) {
    return EditMessageText.builder()
        .chatId(edit.chat())
        .messageId(edit.message().message())
        .text(edit.instead().html())
        .parseMode(edit.instead().plain() ? null : HTML)
        .linkPreviewOptions(noPreview())
        .replyMarkup(keyboard(edit.instead().keyboard()))
        .build();
  }

  /** The same for one that loses its buttons. */
  static EditMessageReplyMarkup bare(TelegramCall.RemoveButtons card) {
    return EditMessageReplyMarkup.builder()
        .chatId(card.chat())
        .messageId(card.message().message())
        .build();
  }

  private static SendDocument document(TelegramCall.SendFile file) {
    byte[] bytes = Documents.bytes(file.file());
    return SendDocument.builder()
        .chatId(file.chat())
        .document(new InputFile(new ByteArrayInputStream(bytes), file.file().name()))
        .messageThreadId(orNull(file.route().thread()))
        .replyParameters(reply(file.route()))
        .build();
  }

  private static LinkPreviewOptions noPreview() {
    return LinkPreviewOptions.builder().isDisabled(true).build();
  }

  /** The answered message may be deleted by now; the answer arrives all the same. */
  private static @Nullable ReplyParameters reply(TelegramRoute route) {
    return route.reply().isEmpty()
        ? null
        : ReplyParameters.builder()
            .messageId(route.reply().getAsInt())
            .allowSendingWithoutReply(true)
            .build();
  }

  private static @Nullable Integer orNull(OptionalInt number) {
    return number.isPresent() ? Integer.valueOf(number.getAsInt()) : null;
  }

  private static @Nullable InlineKeyboardMarkup keyboard(List<List<TelegramButton>> rows) {
    if (rows.isEmpty()) {
      return null;
    }
    return new InlineKeyboardMarkup(
        rows.stream()
            .map(row -> new InlineKeyboardRow(row.stream().map(TelegramApi::button).toList()))
            .toList());
  }

  private static InlineKeyboardButton button(TelegramButton button) {
    InlineKeyboardButton key = new InlineKeyboardButton(button.label());
    if (button instanceof TelegramButton.Open open) {
      key.setUrl(open.url());
    } else if (button instanceof TelegramButton.Copy copy) {
      key.setCopyText(new CopyTextButton(copy.text()));
    } else {
      key.setCallbackData(((TelegramButton.Press) button).data());
    }
    return key;
  }

  private static Optional<TelegramReference> sent(long chat, @Nullable Message message) {
    return Optional.ofNullable(message)
        .map(Message::getMessageId)
        .map(id -> new TelegramReference(chat, id));
  }

  private static <T extends Serializable> @Nullable T result(
      OkHttpTelegramClient telegram, BotApiMethod<T> method) throws TelegramTrouble {
    try {
      return await(telegram.executeAsync(method));
    } catch (TelegramApiException e) {
      // Refused by the library before anything was sent. Its message quotes the call: not kept.
      throw TelegramTrouble.refused(400);
    }
  }

  private static <T> @Nullable T await(CompletableFuture<T> answer) throws TelegramTrouble {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw TelegramTrouble.noAnswer("interrupted");
    } catch (ExecutionException e) {
      throw trouble(e);
    }
  }

  private static TelegramTrouble trouble(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof TelegramTrouble known) {
        return known;
      }
      if (cause instanceof TelegramApiException) {
        return TelegramTrouble.noAnswer(cause.getClass().getSimpleName());
      }
    }
    return TelegramTrouble.noAnswer(thrown.getClass().getSimpleName());
  }
}
