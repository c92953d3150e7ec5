package bot.optout.slack;

import bot.optout.Outgoing;
import bot.optout.Sender;
import bot.optout.delivery.Progress;
import bot.optout.delivery.Sending;
import java.time.Duration;
import java.util.Optional;

/** Delivers to Slack, step by step. */
final class SlackSender implements Sender {
  private final Workspaces workspaces;
  private final WorkspaceCalls calls;
  private final SlackViews views;
  private final SlackPosts posts;
  private final SlackCards cards;
  private final SendPace pace;
  private final SlackSessions sessions;

  SlackSender(
      Workspaces workspaces,
      WorkspaceCalls calls,
      SlackViews views,
      SlackPosts posts,
      SendPace pace,
      SlackSessions sessions) {
    this.workspaces = workspaces;
    this.calls = calls;
    this.views = views;
    this.posts = posts;
    this.cards = new SlackCards(calls);
    this.pace = pace;
    this.sessions = sessions;
  }

  /** A workspace that is no more gets nothing. */
  @Override
  public Sending send(Outgoing outgoing, Progress progress) {
    try {
      return workspaces
          .of(outgoing.address().tenant())
          .map(workspace -> send(outgoing, progress, workspace))
          .orElseGet(Sending.Gone::new);
    } catch (Workspaces.NotIntroduced yet) {
      return new Sending.Failed("not introduced yet");
    }
  }

  private Sending send(Outgoing outgoing, Progress progress, Workspace workspace) {
    if (outgoing instanceof Outgoing.Delete delete) {
      return SlackReference.parse(delete.reference())
          .map(reference -> cards.delete(reference, workspace))
          .orElseGet(() -> new Sending.Refused("unreadable reference"));
    }
    Outgoing.Say say = (Outgoing.Say) outgoing;
    return SlackRoute.parse(say.address().route())
        .map(route -> say(new Parcel(say, route, workspace), progress))
        .orElseGet(() -> new Sending.Refused("unreadable route"));
  }

  private Sending say(Parcel parcel, Progress progress) {
    Sending sending =
        parcel
            .route()
            .view()
            .map(at -> show(parcel, at, progress))
            .orElseGet(() -> deliver(parcel, progress));
    if (isFinal(sending)) {
      sessions.answered(parcel.workspace(), parcel.route());
    }
    return sending;
  }

  private static boolean isFinal(Sending sending) {
    return sending instanceof Sending.Delivered
        || sending instanceof Sending.Refused
        || sending instanceof Sending.Gone;
  }

  /**
   * In a view, and as messages what is to be kept; if that has begun, the view shows it already.
   */
  private Sending show(Parcel parcel, SlackRoute.View at, Progress progress) {
    Optional<Sending> shown = progress.done() > 0 ? Optional.empty() : views.show(parcel, at);
    return shown.orElseGet(() -> deliver(parcel.withoutView(), progress));
  }

  private Sending deliver(Parcel parcel, Progress progress) {
    Delivery delivery = Delivery.of(parcel.say(), parcel.route(), progress);
    boolean stopped = sessions.takeStop(parcel.workspace(), parcel.route());
    if (progress.begun() && stopped) {
      return new Sending.Delivered(delivery.references());
    }
    Optional<SlackStep> step = delivery.next();
    while (step.isPresent()) {
      Optional<Sending> trouble = run(step.get(), parcel, delivery);
      if (trouble.isPresent()) {
        return trouble.get();
      }
      step = delivery.next();
    }
    return new Sending.Delivered(delivery.references());
  }

  private Optional<Sending> run(SlackStep step, Parcel parcel, Delivery delivery) {
    if (step instanceof SlackStep.Post post) {
      return post(post, parcel, delivery);
    }
    if (step instanceof SlackStep.Replace replace) {
      return cards.replace(replace, delivery, parcel.workspace());
    }
    if (step instanceof SlackStep.Strip strip) {
      cards.strip(strip.previous(), parcel.workspace());
      delivery.done(Optional.empty());
      return Optional.empty();
    }
    return new SlackFiles(calls, parcel.workspace())
        .share((SlackStep.Share) step, parcel.route(), delivery);
  }

  private Optional<Sending> post(SlackStep.Post post, Parcel parcel, Delivery delivery) {
    Duration early = pace.next(parcel.route().channel());
    if (!early.isZero()) {
      return Optional.of(new Sending.Later(early));
    }
    SlackReply reply = posts.send(post, parcel);
    if (reply instanceof SlackReply.Done done) {
      Optional<SlackReference> standing = SlackReference.in(done.body());
      standing.filter(it -> post.card()).ifPresent(card -> cards.stands(card, post.part()));
      delivery.done(standing);
      return Optional.empty();
    }
    return Optional.of(SlackErrors.posting(reply));
  }
}
