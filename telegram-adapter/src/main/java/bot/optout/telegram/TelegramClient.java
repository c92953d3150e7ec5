package bot.optout.telegram;

import bot.optout.Outgoing;
import bot.optout.Sender;
import bot.optout.delivery.Sending;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers to Telegram. A message of several parts that breaks off in the middle is continued, not
 * repeated, by the next try; see {@link DeliveredParts} for the limits of that.
 */
final class TelegramClient implements Sender {
  static final String PLATFORM = "telegram";
  private static final Logger LOG = LoggerFactory.getLogger(TelegramClient.class);

  private final TelegramApi api;
  private final TelegramRenderer renderer;
  private final SendPace pace;
  private final DeliveredParts parts;
  private final TypingSigns typing;

  TelegramClient(
      TelegramApi api,
      TelegramRenderer renderer,
      SendPace pace,
      DeliveredParts parts,
      TypingSigns typing) {
    this.api = api;
    this.renderer = renderer;
    this.pace = pace;
    this.parts = parts;
    this.typing = typing;
  }

  @Override
  public Sending send(Outgoing outgoing) {
    List<TelegramCall> calls = renderer.render(outgoing);
    DeliveredParts.Progress progress = parts.of(outgoing);
    for (TelegramCall call : calls.subList(Math.min(progress.done(), calls.size()), calls.size())) {
      Optional<Sending> trouble = make(call, progress);
      if (trouble.isPresent()) {
        if (isWorthAnotherTry(trouble.get())) {
          parts.keep(progress);
        }
        return trouble.get();
      }
    }
    if (!calls.isEmpty()) {
      typing.answered(calls.get(0).chat());
    }
    return new Sending.Delivered(progress.references());
  }

  private static boolean isWorthAnotherTry(Sending sending) {
    return !(sending instanceof Sending.Refused || sending instanceof Sending.Gone);
  }

  /** Empty if the call did what it should. */
  private Optional<Sending> make(TelegramCall call, DeliveredParts.Progress progress) {
    Duration pause = pace.pause(call);
    if (!pause.isZero()) {
      return Optional.of(new Sending.RetryAfter(pause));
    }
    try {
      pace.awaitTurn();
      progress.delivered(call, following(call));
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new Sending.Failed("stopping"));
    } catch (TelegramTrouble trouble) {
      return troubled(call, trouble, progress);
    }
  }

  private Optional<Sending> troubled(
      TelegramCall call, TelegramTrouble trouble, DeliveredParts.Progress progress) {
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
      progress.delivered(call, standing(call));
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
