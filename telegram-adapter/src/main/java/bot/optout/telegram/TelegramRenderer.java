package bot.optout.telegram;

import bot.optout.Outgoing;
import bot.optout.message.Block;
import bot.optout.message.Choice;
import bot.optout.message.ChoiceIds;
import bot.optout.message.Message;
import bot.optout.telegram.TelegramCall.DeleteMessage;
import bot.optout.telegram.TelegramCall.EditText;
import bot.optout.telegram.TelegramCall.RemoveButtons;
import bot.optout.telegram.TelegramCall.SendFile;
import bot.optout.telegram.TelegramCall.SendText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what the bot says into calls of the Bot API, in the order in which they are made. */
final class TelegramRenderer {
  /** Two labels up to this length fit side by side on a small phone. */
  private static final int SHORT_LABEL = 16;

  private static final int MAX_START_PAYLOAD = 64;

  private final TelegramSelf self;

  TelegramRenderer(TelegramSelf self) {
    this.self = self;
  }

  List<TelegramCall> render(Outgoing outgoing) {
    if (outgoing instanceof Outgoing.Delete delete) {
      return List.of(new DeleteMessage(TelegramReference.parse(delete.reference())));
    }
    return say((Outgoing.Say) outgoing);
  }

  private List<TelegramCall> say(Outgoing.Say say) {
    TelegramRoute route = TelegramRoute.parse(say.address().route());
    List<SendText> texts = texts(route, say);
    Optional<TelegramReference> previous =
        say.card().flatMap(Outgoing.Card::previous).map(TelegramReference::parse);
    List<TelegramCall> calls = new ArrayList<>();
    if (previous.isPresent() && say.card().filter(Outgoing.Card::inPlace).isPresent()) {
      calls.add(new EditText(previous.get(), texts.get(0)));
      calls.addAll(texts.subList(1, texts.size()));
    } else {
      previous.ifPresent(card -> calls.add(new RemoveButtons(card)));
      calls.addAll(texts);
    }
    say.message().attachments().forEach(file -> calls.add(new SendFile(route, file)));
    return List.copyOf(calls);
  }

  private List<SendText> texts(TelegramRoute route, Outgoing.Say say) {
    List<String> parts = TelegramParts.of(say.message().blocks());
    List<SendText> texts = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      texts.add(new SendText(route, parts.get(i), last ? keyboard(say.message()) : List.of()));
    }
    return texts;
  }

  private List<List<TelegramButton>> keyboard(Message message) {
    List<List<TelegramButton>> rows = new ArrayList<>();
    message.blocks().stream()
        .flatMap(block -> copy(block).stream())
        .forEach(button -> rows.add(List.of(button)));
    rows.addAll(keyboard(message.choices()));
    return rows;
  }

  /** For short fields; a long text is copied from where it stands. */
  private static Optional<TelegramButton> copy(Block block) {
    if (!(block instanceof Block.Copyable copyable) || copyable.button().isEmpty()) {
      return Optional.empty();
    }
    String text = TelegramText.clean(copyable.text()).strip();
    return TelegramText.isInvisible(text) || text.length() > TelegramButton.Copy.MOST
        ? Optional.empty()
        : Optional.of(new TelegramButton.Copy(TelegramText.label(copyable.button().get()), text));
  }

  private List<List<TelegramButton>> keyboard(List<Choice> choices) {
    List<List<TelegramButton>> rows = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      List<TelegramButton> row = new ArrayList<>();
      row.add(button(choices.get(i)));
      if (i + 1 < choices.size() && isShort(choices.get(i)) && isShort(choices.get(i + 1))) {
        i++;
        row.add(button(choices.get(i)));
      }
      rows.add(List.copyOf(row));
    }
    return rows;
  }

  private static boolean isShort(Choice choice) {
    return choice.label().codePointCount(0, choice.label().length()) <= SHORT_LABEL;
  }

  private TelegramButton button(Choice choice) {
    String label = TelegramText.label(choice.label());
    if (!choice.id().startsWith(ChoiceIds.PRIVATE)) {
      return new TelegramButton.Press(label, choice.id());
    }
    String payload =
        choice.id().substring(ChoiceIds.PRIVATE.length()).replaceAll("[^A-Za-z0-9_-]", "_");
    return new TelegramButton.Open(
        label, self.link(payload.substring(0, Math.min(payload.length(), MAX_START_PAYLOAD))));
  }
}
