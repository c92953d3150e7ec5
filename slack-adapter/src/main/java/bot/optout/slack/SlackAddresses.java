package bot.optout.slack;

import bot.optout.Address;
import bot.optout.Address.Audience;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Whose conversation something belongs to, and how the answer gets there, in one workspace. */
final class SlackAddresses {
  /** The conversation of a person's direct messages with us, whichever way they came there. */
  static final String DIRECT = "im";

  /** The app's home is a view, not a conversation: what is open elsewhere stays untouched. */
  private static final String HOME = "home";

  /** Between what opened a modal and whom it was opened for. */
  private static final String OWNER = ".";

  private final String team;

  SlackAddresses(String team) {
    this.team = team;
  }

  Address direct(String user, SlackRoute route) {
    return address(DIRECT, user, Audience.ALONE, route);
  }

  /** Their direct messages, whose channel we may not know. */
  Address direct(String user) {
    return direct(user, SlackRoute.directMessages(user, Optional.empty()));
  }

  /** Apart from what the person says aloud in the same channel. */
  Address alone(
      String user, String channel, Optional<String> thread, Optional<String> responseUrl) {
    SlackRoute route = SlackRoute.ephemeral(channel, thread, responseUrl);
    return address(channel + "/alone", user, Audience.ALONE, route);
  }

  Address among(String user, String channel, String thread) {
    return address(channel, user, Audience.AMONG_OTHERS, SlackRoute.inThread(channel, thread));
  }

  /** An answer that the person had alone, now for all. */
  Address shared(String user, String channel, Optional<String> responseUrl) {
    SlackRoute route = SlackRoute.shared(channel, responseUrl);
    return address(channel, user, Audience.AMONG_OTHERS, route);
  }

  Address home(String user, String key) {
    SlackRoute.View view = new SlackRoute.View(SlackRoute.View.HOME, digest(key));
    return address(HOME, user, Audience.ALONE, SlackRoute.inView(user, view));
  }

  /** A draft goes on in the direct messages where it was left in a modal, and the other way. */
  Address modal(String user, SlackRoute.View view) {
    return direct(user, SlackRoute.inView(user, view));
  }

  /** A modal for this person, and nobody else. */
  SlackRoute.View opening(String user, String key, Instant now) {
    String step = digest(key);
    String id = "m-" + step + OWNER + digest(user);
    return new SlackRoute.View(id, step, Optional.of(now.toEpochMilli()), Optional.empty());
  }

  /** Whether the modal was opened for somebody else; one of an earlier version does not say. */
  boolean isAnothers(String modal, String user) {
    int owner = modal.indexOf(OWNER);
    return owner >= 0 && !modal.substring(owner + OWNER.length()).equals(digest(user));
  }

  SlackRoute.View within(String view, String key) {
    return new SlackRoute.View(view, digest(key));
  }

  /** The same for a form that was sent. */
  SlackRoute.View after(String view, String key, Instant now) {
    return new SlackRoute.View(
        view, digest(key), Optional.empty(), Optional.of(now.toEpochMilli()));
  }

  /** Long enough to be unique, and says nothing. */
  String digest(String key) {
    return UUID.nameUUIDFromBytes((team + "/" + key).getBytes(StandardCharsets.UTF_8)).toString();
  }

  private Address address(String chat, String user, Audience audience, SlackRoute route) {
    return new Address(SlackEvents.PLATFORM, team, chat, user, audience, route.text());
  }
}
