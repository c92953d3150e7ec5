package bot.optout.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything stored about a person, decrypted. Done events count for nothing: only the keyed hash
 * of their dedupe key is left of them.
 *
 * @param waiting events that are not done yet and messages that are not sent, oldest first
 * @param sentReferences messages of the last 48 hours that the bot could still delete
 * @param questions that the person allowed the operator to see, newest first
 * @param cases letters that they follow up, oldest first
 */
public record Holdings(
    List<Conversation> conversations,
    Optional<String> language,
    List<Waiting> waiting,
    int sentReferences,
    List<SharedQuestion> questions,
    List<KeptCase> cases) {
  public Holdings {
    conversations = List.copyOf(conversations);
    waiting = List.copyOf(waiting);
    questions = List.copyOf(questions);
    cases = List.copyOf(cases);
  }

  /** Whether nothing at all is kept. */
  public boolean isEmpty() {
    return conversations.isEmpty()
        && language.isEmpty()
        && questions.isEmpty()
        && cases.isEmpty()
        && waiting.isEmpty()
        && sentReferences == 0;
  }

  /** One conversation as it is kept. */
  public record Conversation(
      ConversationKey key,
      Optional<String> state,
      Optional<String> context,
      Instant touched,
      Instant expires) {
    @Override
    public String toString() {
      return "Conversation[expires " + expires + "]";
    }
  }

  @Override
  public String toString() {
    return "Holdings[" + conversations.size() + " conversations, " + cases.size() + " cases]";
  }
}
