package bot.optout.conversation;

import bot.optout.message.Message;
import java.util.Locale;

/** What a step causes besides the new state. */
public sealed interface Effect {
  record Say(Message message) implements Effect {}

  /** From now on this language, in every chat of the person. */
  record Speak(Locale language) implements Effect {}

  /** Delete everything that is kept about the person. */
  record Forget() implements Effect {}
}
