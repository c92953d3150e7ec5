package bot.optout.console;

import bot.optout.Outgoing;
import bot.optout.Sender;
import bot.optout.delivery.Progress;
import bot.optout.delivery.Sending;
import bot.optout.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what the bot says until it is printed, by conversation. */
final class Spoken implements Sender {
  private final Map<String, List<Message>> said = new LinkedHashMap<>();

  @Override
  public Sending send(Outgoing outgoing, Progress progress) {
    if (outgoing instanceof Outgoing.Say say) {
      said.computeIfAbsent(say.address().chat(), chat -> new ArrayList<>()).add(say.message());
    }
    return new Sending.Delivered(List.of());
  }

  /** What was said since the last call. */
  Map<String, List<Message>> take() {
    Map<String, List<Message>> taken = new LinkedHashMap<>(said);
    said.clear();
    return taken;
  }
}
