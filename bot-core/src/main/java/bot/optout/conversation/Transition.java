package bot.optout.conversation;

import bot.optout.message.Message;
import java.util.List;
import java.util.stream.Stream;

/** The outcome of a step: where the conversation stands now, and what happens. */
public record Transition(State next, Context context, List<Effect> effects) {
  public Transition {
    effects = List.copyOf(effects);
  }

  static Transition to(State next, Context context, Message... messages) {
    return new Transition(next, context, Stream.of(messages).<Effect>map(Effect.Say::new).toList());
  }

  static Transition to(State next, Context context, List<Message> messages) {
    return to(next, context, messages.toArray(Message[]::new));
  }

  Transition causing(Effect effect) {
    return new Transition(
        next, context, Stream.concat(effects.stream(), Stream.of(effect)).toList());
  }

  public List<Message> messages() {
    return effects.stream()
        .filter(Effect.Say.class::isInstance)
        .map(effect -> ((Effect.Say) effect).message())
        .toList();
  }
}
