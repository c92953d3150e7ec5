package bot.optout.faults;

import bot.optout.Outgoing;
import bot.optout.Sender;
import bot.optout.delivery.Progress;
import bot.optout.delivery.Sending;
import bot.optout.message.Attachment;
import bot.optout.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Delivers as the adapters do, one call a part: what is said, then each of its files. */
final class PartByPart implements Sender {
  private final Function<Outgoing, Sending> line;

  PartByPart(Function<Outgoing, Sending> line) {
    this.line = line;
  }

  @Override
  public Sending send(Outgoing outgoing, Progress progress) {
    List<Outgoing> parts = parts(outgoing);
    while (progress.done() < parts.size()) {
      Sending sending = line.apply(parts.get(progress.done()));
      if (!(sending instanceof Sending.Delivered delivered)) {
        return sending;
      }
      progress.done(delivered.references().stream().findFirst());
      if (progress.done() < parts.size()) {
        progress.keep();
      }
    }
    return new Sending.Delivered(cardLast(progress.references()));
  }

  private static List<Outgoing> parts(Outgoing outgoing) {
    List<Outgoing> parts = new ArrayList<>();
    if (outgoing instanceof Outgoing.Say say) {
      Message said = say.message();
      Message words = new Message(said.blocks(), said.choices(), List.of(), said.field());
      parts.add(new Outgoing.Say(say.address(), words, say.card(), say.language()));
      said.attachments().forEach(file -> parts.add(file(say, file)));
    } else {
      parts.add(outgoing);
    }
    return parts;
  }

  private static Outgoing file(Outgoing.Say say, Attachment file) {
    Message message = Message.of("File").carrying(file);
    return new Outgoing.Say(say.address(), message, Optional.empty(), say.language());
  }

  private static List<String> cardLast(List<Optional<String>> parts) {
    List<String> references = new ArrayList<>(parts.stream().flatMap(Optional::stream).toList());
    if (!references.isEmpty()) {
      references.add(references.remove(0));
    }
    return references;
  }
}
