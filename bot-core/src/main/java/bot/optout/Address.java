package bot.optout;

import java.util.Objects;

/**
 * Who speaks, where, and how an answer gets there.
 *
 * @param platform {@code telegram}, {@code slack}, {@code console}; workers claim only their own
 * @param tenant the bot's id on Telegram, the workspace on Slack: data of one never meets another's
 * @param chat what makes a conversation, in the adapter's words; a state belongs to a person within
 *     a chat, so two addresses with the same chat and person share it
 * @param person the platform's id of the person
 * @param audience who reads the answer
 * @param route what the adapter needs to deliver (channel, thread, ...), in its own words; the core
 *     only keeps it
 */
public record Address(
    String platform, String tenant, String chat, String person, Audience audience, String route) {
  public Address {
    Objects.requireNonNull(route);
  }

  /** Who reads an answer. */
  public enum Audience {
    /** The person alone: a private chat, an ephemeral answer. */
    ALONE,
    /** A group or channel: nothing personal is said there. */
    AMONG_OTHERS
  }

  /** Hides the ids: an address never reaches a log. */
  @Override
  public String toString() {
    return "Address[" + platform + "]";
  }
}
