package bot.optout.slack;

import bot.optout.delivery.Sending;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows a message in a view of ours, a modal or the app's home, instead of sending it. */
final class SlackViews {
  /** How long a modal may take to open before its answer goes elsewhere. */
  private static final Duration OPENING = Duration.ofSeconds(4);

  private static final Duration AGAIN = Duration.ofMillis(400);

  private final WorkspaceCalls calls;
  private final SlackModals modals;
  private final Clock clock;

  SlackViews(WorkspaceCalls calls, SlackModals modals, Clock clock) {
    this.calls = calls;
    this.modals = modals;
    this.clock = clock;
  }

  /**
   * How it ended. Empty: it has to be sent as a message as well, since the view is gone or since
   * something of it is worth keeping after the view is closed.
   */
  Optional<Sending> show(Parcel parcel, SlackRoute.View at) {
    return at.isHome() ? Optional.of(home(parcel)) : modal(parcel, at);
  }

  private Sending home(Parcel parcel) {
    SlackReply reply =
        calls.call(
            SlackView.publish(parcel.person(), SlackView.home(parcel.say().message())),
            parcel.workspace());
    return reply instanceof SlackReply.Done ? shown() : SlackErrors.repeatable(reply);
  }

  private Optional<Sending> modal(Parcel parcel, SlackRoute.View at) {
    SlackModals.Shown next = modals.put(at, parcel.say());
    Sending sending = modals.answer(at, next) ? shown() : change(at, next, parcel.workspace());
    if (sending instanceof Sending.Gone) {
      modals.closed(at.id());
      return Optional.empty();
    }
    return sending instanceof Sending.Delivered && next.keeps()
        ? Optional.empty()
        : Optional.of(sending);
  }

  /** Gone: it is closed, or never opened, and will not show it. */
  private Sending change(SlackRoute.View at, SlackModals.Shown next, Workspace workspace) {
    Duration settling = modals.settling(at, next);
    if (!settling.isZero()) {
      return new Sending.Later(settling);
    }
    SlackReply reply = calls.call(SlackView.update(at.id(), next.view()), workspace);
    if (reply instanceof SlackReply.Done) {
      return shown();
    }
    if (!isRefusal(reply)) {
      return SlackErrors.repeatable(reply);
    }
    return isOpening(at) ? new Sending.Later(AGAIN) : new Sending.Gone();
  }

  /** Not for the moment only, or for want of a token. */
  private static boolean isRefusal(SlackReply reply) {
    return reply instanceof SlackReply.Denied denied
        && !SlackErrors.isToken(denied.error())
        && !SlackErrors.isPassing(denied.error());
  }

  private boolean isOpening(SlackRoute.View at) {
    return !modals.isUnopened(at.id())
        && at.opened()
            .map(time -> Instant.ofEpochMilli(time).plus(OPENING))
            .filter(clock.instant()::isBefore)
            .isPresent();
  }

  private static Sending shown() {
    return new Sending.Delivered(List.of());
  }
}
