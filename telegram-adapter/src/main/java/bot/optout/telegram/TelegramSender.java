package bot.optout.telegram;

import bot.optout.Outgoing;
import bot.optout.Sender;
import bot.optout.delivery.Progress;
import bot.optout.delivery.Sending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Delivers to Telegram, a message of several parts call by call. */
final class TelegramSender implements Sender {
  static final String PLATFORM = "telegram";

  private final TelegramApi api;
  private final TelegramRenderer renderer;
  private final SendPace pace;
  private final TypingSigns typing;

  TelegramSender(TelegramApi api, TelegramRenderer renderer, SendPace pace, TypingSigns typing) {
    this.api = api;
    this.renderer = renderer;
    this.pace = pace;
    this.typing = typing;
  }

  @Override
  public Sending send(Outgoing outgoing, Progress progress) {
    List<TelegramCall> calls = new ArrayList<>(renderer.render(outgoing));
    while (progress.done() < calls.size()) {
      Optional<Sending> trouble = makeNext(calls, progress);
      if (trouble.isPresent()) {
        return trouble.get();
      }
      boolean wouldBeSeenTwice = !calls.get(progress.done() - 1).repeatable();
      if (wouldBeSeenTwice && progress.done() < calls.size()) {
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

  /** Empty if the next call did what it should. */
  private Optional<Sending> makeNext(List<TelegramCall> calls, Progress progress) {
    Duration pause = pace.pause(calls.get(progress.done()));
    return pause.isZero() ? made(calls, progress) : Optional.of(new Sending.Later(pause));
  }

  /** A detour takes the place of the call that was refused, and its turn. */
  private Optional<Sending> made(List<TelegramCall> calls, Progress progress) {
    TelegramCall call = calls.get(progress.done());
    try {
      pace.awaitTurn();
      progress.done(api.make(call).map(TelegramReference::text));
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new Sending.Failed("stopping"));
    } catch (TelegramTrouble trouble) {
      Optional<TelegramCall> detour = TelegramDetour.around(call, trouble);
      if (detour.isEmpty()) {
        return troubled(call, trouble, progress);
      }
      calls.set(progress.done(), detour.get());
      return made(calls, progress);
    }
  }

  private Optional<Sending> troubled(
      TelegramCall call, TelegramTrouble trouble, Progress progress) {
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

  private static Optional<TelegramReference> standing(TelegramCall call) {
    return call instanceof TelegramCall.EditText edit
        ? Optional.of(edit.message())
        : Optional.empty();
  }
}
