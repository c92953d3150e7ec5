package bot.optout.slack;

import bot.optout.Outgoing;
import bot.optout.Sender;
import bot.optout.delivery.Sending;
import java.time.Duration;
import java.util.Optional;

/**
 * Delivers to Slack, step by step. What is interrupted by a limit or a failure is remembered, so
 * that the next try does not repeat the pages that stand already; after a restart it does.
 */
final class SlackSender implements Sender {
  private static final int REMEMBERED = 1_000;

  private final Workspaces workspaces;
  private final WorkspaceCalls calls;
  private final SlackPages pages;
  private final SlackPosts posts;
  private final SlackCards cards;
  private final Pace pace;
  private final SlackSessions sessions;
  private final Recent<Outgoing.Say, Delivery> interrupted = new Recent<>(REMEMBERED);

  SlackSender(
      Workspaces workspaces,
      WorkspaceCalls calls,
      SlackPages pages,
      SlackPosts posts,
      Pace pace,
      SlackSessions sessions) {
    this.workspaces = workspaces;
    this.calls = calls;
    this.pages = pages;
    this.posts = posts;
    this.cards = new SlackCards(calls);
    this.pace = pace;
    this.sessions = sessions;
  }

  /** A workspace that is no more gets nothing. */
  @Override
  public Sending send(Outgoing outgoing) {
    try {
      return workspaces
          .of(outgoing.address().tenant())
          .map(workspace -> send(outgoing, workspace))
          .orElseGet(Sending.Gone::new);
    } catch (Workspaces.NotIntroduced yet) {
      return new Sending.Failed("not introduced yet");
    }
  }

  private Sending send(Outgoing outgoing, Workspace workspace) {
    if (outgoing instanceof Outgoing.Delete delete) {
      return SlackReference.parse(delete.reference())
          .map(reference -> cards.delete(reference, workspace))
          .orElseGet(() -> new Sending.Refused("unreadable reference"));
    }
    Outgoing.Say say = (Outgoing.Say) outgoing;
    return SlackRoute.parse(say.address().route())
        .map(route -> say(new Parcel(say, route, workspace)))
        .orElseGet(() -> new Sending.Refused("unreadable route"));
  }

  private Sending say(Parcel parcel) {
    Sending sending =
        parcel
            .route()
            .view()
            .map(at -> pages.show(parcel, at).orElseGet(() -> deliver(parcel.withoutView())))
            .orElseGet(() -> deliver(parcel));
    if (sending instanceof Sending.Delivered) {
      sessions.answered(parcel.workspace(), parcel.route());
    }
    return sending;
  }

  private Sending deliver(Parcel parcel) {
    Optional<Delivery> begun = interrupted.remove(parcel.say());
    boolean stopped = sessions.takeStop(parcel.workspace(), parcel.route());
    if (begun.isPresent() && stopped) {
      return new Sending.Delivered(begun.get().references());
    }
    Delivery delivery = begun.orElseGet(() -> Delivery.of(parcel.say(), parcel.route()));
    Optional<SlackStep> step = delivery.next();
    while (step.isPresent()) {
      Optional<Sending> trouble = run(step.get(), parcel, delivery);
      if (trouble.isPresent()) {
        remember(parcel.say(), delivery, trouble.get());
        return trouble.get();
      }
      step = delivery.next();
    }
    return new Sending.Delivered(delivery.references());
  }

  private void remember(Outgoing.Say say, Delivery delivery, Sending trouble) {
    boolean over = trouble instanceof Sending.Refused || trouble instanceof Sending.Gone;
    if (!over) {
      interrupted.put(say, delivery);
    }
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
      delivery.done();
      return Optional.empty();
    }
    return new SlackFiles(calls.api(parcel.workspace()))
        .share((SlackStep.Share) step, parcel.route(), delivery);
  }

  private Optional<Sending> post(SlackStep.Post post, Parcel parcel, Delivery delivery) {
    Duration early = pace.next(parcel.route().channel());
    if (!early.isZero()) {
      return Optional.of(new Sending.RetryAfter(early));
    }
    SlackReply reply = posts.send(post, parcel);
    if (reply instanceof SlackReply.Done done) {
      SlackReference.in(done.body())
          .ifPresent(standing -> cards.stands(standing, post.page(), post.card(), delivery));
      delivery.done();
      return Optional.empty();
    }
    return Optional.of(SlackErrors.posting(reply));
  }
}
