package bot.optout.telegram;

import bot.optout.Outgoing;
import bot.optout.Sender;
import bot.optout.delivery.Progress;
import bot.optout.delivery.Sending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers to Telegram, a message of several parts call by call. */
final class TelegramClient implements Sender {
  static final String PLATFORM = "telegram";
  private static final Logger LOG = LoggerFactory.getLogger(TelegramClient.class);

  private final TelegramApi api;
  private final TelegramRenderer renderer;
  private final SendPace pace;
  private final TypingSigns typing;

  TelegramClient(TelegramApi api, TelegramRenderer renderer, SendPace pace, TypingSigns typing) {
    this.api = api;
    this.renderer = renderer;
    this.pace = pace;
    this.typing = typing;
  }

  @Override
  public Sending send(Outgoing outgoing, Progress progress) {
    List<TelegramCall> calls = renderer.render(outgoing);
    while (progress.done() < calls.size()) {
      TelegramCall call = calls.get(progress.done());
      Optional<Sending> trouble = make(call, progress);
      if (trouble.isPresent()) {
        return trouble.get();
      }
      if (!call.repeatable() && progress.done() < calls.size()) {
        progress.keep();
      }
    }
    calls.stream().findFirst().ifPresent(call -> typing.answered(call.chat()));
    return new Sending.Delivered(references(calls, progress));
  }

  /** The last text last: it is the one with the buttons. */
  private static List<String> references(List<TelegramCall> calls, Progress progress) {
    List<String> files = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      List<String> kind = calls.get(i) instanceof TelegramCall.SendFile ? files : texts;
      progress.references().get(i).ifPresent(kind::add);
    }
    files.addAll(texts);
    return files;
  }

  /** Empty if the call did what it should. */
  private Optional<Sending> make(TelegramCall call, Progress progress) {
    Duration pause = pace.pause(call);
    if (!pause.isZero()) {
      return Optional.of(new Sending.Later(pause));
    }
    try {
      pace.awaitTurn();
      progress.done(following(call).map(TelegramReference::text));
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new Sending.Failed("stopping"));
    } catch (TelegramTrouble trouble) {
      return troubled(call, trouble, progress);
    }
  }

  private Optional<Sending> troubled(
      TelegramCall call, TelegramTrouble trouble, Progress progress) {
    if (call instanceof TelegramCall.EditText edit && TelegramVerdict.cannotBeEdited(trouble)) {
      return make(edit.instead(), progress);
    }
    if (TelegramVerdict.cannotBeParsed(trouble)) {
      Optional<TelegramCall> unmarked = unmarked(call);
      if (unmarked.isPresent()) {
        LOG.error("Telegram cannot read our markup; the words are sent without it");
        return make(unmarked.get(), progress);
      }
    }
    Sending verdict = TelegramVerdict.of(call, trouble);
    if (verdict instanceof Sending.RetryAfter later) {
      pace.rest(call.chat(), later.delay());
    }
    // Old buttons that stay are a blemish, not a reason to keep the answer back.
    if (verdict instanceof Sending.Delivered || call instanceof TelegramCall.RemoveButtons) {
      progress.done(standing(call).map(TelegramReference::text));
      return Optional.empty();
    }
    return Optional.of(verdict);
  }

  private static Optional<TelegramCall> unmarked(TelegramCall call) {
    if (call instanceof TelegramCall.SendText text && !text.plain()) {
      return Optional.of(text.unmarked());
    }
    return call instanceof TelegramCall.EditText edit && !edit.instead().plain()
        ? Optional.of(new TelegramCall.EditText(edit.message(), edit.instead().unmarked()))
        : Optional.empty();
  }

  private static Optional<TelegramReference> standing(TelegramCall call) {
    return call instanceof TelegramCall.EditText edit
        ? Optional.of(edit.message())
        : Optional.empty();
  }

  /** Makes the call, and once more where the chat has gone if it became a supergroup. */
  private Optional<TelegramReference> following(TelegramCall call) throws TelegramTrouble {
    try {
      return api.make(call);
    } catch (TelegramTrouble trouble) {
      if (trouble.migratedTo().isEmpty()) {
        throw trouble;
      }
      return api.make(call.in(trouble.migratedTo().getAsLong()));
    }
  }
}
