package bot.optout.slack;

import bot.optout.Outgoing;
import bot.optout.Sender;
import bot.optout.conversation.Phrase;
import bot.optout.delivery.Sending;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Delivers to Slack, step by step. What is interrupted by a limit or a failure is remembered, so
 * that the next try does not repeat the pages that stand already; after a restart it does.
 */
final class SlackSender implements Sender {
  private static final int REMEMBERED = 1_000;

  /** How long a modal may take to open before its answer goes elsewhere. */
  private static final Duration OPENING = Duration.ofSeconds(4);

  private static final Duration AGAIN = Duration.ofMillis(400);

  private final Workspaces workspaces;
  private final SlackApis apis;
  private final Pace pace;
  private final ResponseUrls responseUrls;
  private final SlackModals modals;
  private final SlackSessions sessions;
  private final SlackWords words;
  private final Clock clock;
  private final Recent<Outgoing.Say, Delivery> interrupted = new Recent<>(REMEMBERED);

  /**
   * What our newest cards say. Slack changes messages only as a whole and we never read any back,
   * so without this their buttons could not be taken away. In memory only, since it may be
   * personal.
   */
  private final Recent<SlackReference, JsonObject> cards = new Recent<>(REMEMBERED);

  SlackSender(
      Workspaces workspaces,
      SlackApis apis,
      Pace pace,
      ResponseUrls responseUrls,
      SlackModals modals,
      SlackSessions sessions,
      SlackWords words,
      Clock clock) {
    this.workspaces = workspaces;
    this.apis = apis;
    this.pace = pace;
    this.responseUrls = responseUrls;
    this.modals = modals;
    this.sessions = sessions;
    this.words = words;
    this.clock = clock;
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
          .map(reference -> delete(reference, workspace))
          .orElseGet(() -> new Sending.Refused("unreadable reference"));
    }
    Outgoing.Say say = (Outgoing.Say) outgoing;
    return SlackRoute.parse(say.address().route())
        .map(route -> say(say, route, workspace))
        .orElseGet(() -> new Sending.Refused("unreadable route"));
  }

  private Sending delete(SlackReference reference, Workspace workspace) {
    cards.remove(reference);
    SlackReply reply = call(SlackRenderer.delete(reference), workspace);
    boolean gone =
        reply instanceof SlackReply.Done
            || (reply instanceof SlackReply.Denied denied
                && SlackErrors.isNoLonger(denied.error()));
    return gone ? new Sending.Delivered(List.of()) : SlackErrors.repeatable(reply);
  }

  private Sending say(Outgoing.Say say, SlackRoute route, Workspace workspace) {
    Sending sending =
        route.view().isPresent()
            ? show(say, route, route.view().get(), workspace)
            : deliver(say, route, workspace);
    if (sending instanceof Sending.Delivered) {
      sessions.answered(workspace, route);
    }
    return sending;
  }

  private Sending show(
      Outgoing.Say say, SlackRoute route, SlackRoute.View at, Workspace workspace) {
    if (at.isHome()) {
      JsonObject home = SlackView.home(say.message());
      SlackReply reply = call(SlackView.publish(say.address().person(), home), workspace);
      return reply instanceof SlackReply.Done
          ? new Sending.Delivered(List.of())
          : SlackErrors.repeatable(reply);
    }
    SlackModals.Page page = modals.put(at, say);
    if (!modals.answer(at, page)) {
      Optional<Sending> trouble = change(at, page, workspace);
      if (trouble.isPresent()) {
        return trouble.get() instanceof Sending.Gone
            ? deliver(say, route.withoutView(), workspace)
            : trouble.get();
      }
    }
    return page.keeps()
        ? deliver(say, route.withoutView(), workspace)
        : new Sending.Delivered(List.of());
  }

  /** Empty: the modal shows it. Gone: it is closed, or never opened, and will not show it. */
  private Optional<Sending> change(SlackRoute.View at, SlackModals.Page page, Workspace workspace) {
    Duration settling = modals.settling(page);
    if (!settling.isZero()) {
      return Optional.of(new Sending.RetryAfter(settling));
    }
    SlackReply reply = call(SlackView.update(at.id(), page.view()), workspace);
    if (reply instanceof SlackReply.Done) {
      return Optional.empty();
    }
    if (!(reply instanceof SlackReply.Denied denied) || SlackErrors.isToken(denied.error())) {
      return Optional.of(SlackErrors.repeatable(reply));
    }
    return Optional.of(isOpening(at) ? new Sending.RetryAfter(AGAIN) : new Sending.Gone());
  }

  private boolean isOpening(SlackRoute.View at) {
    return !modals.isUnopened(at.id())
        && at.opened()
            .map(time -> Instant.ofEpochMilli(time).plus(OPENING))
            .filter(clock.instant()::isBefore)
            .isPresent();
  }

  private Sending deliver(Outgoing.Say say, SlackRoute route, Workspace workspace) {
    Delivery delivery = interrupted.remove(say).orElseGet(() -> Delivery.of(say, route));
    Optional<SlackStep> step = delivery.next();
    while (step.isPresent()) {
      Optional<Sending> trouble = run(step.get(), say, route, delivery, workspace);
      if (trouble.isPresent()) {
        remember(say, delivery, trouble.get());
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

  private Optional<Sending> run(
      SlackStep step, Outgoing.Say say, SlackRoute route, Delivery delivery, Workspace workspace) {
    if (step instanceof SlackStep.Post post) {
      return post(post, say, route, delivery, workspace);
    }
    if (step instanceof SlackStep.Replace replace) {
      return replace(replace, delivery, workspace);
    }
    if (step instanceof SlackStep.Strip strip) {
      strip(strip.previous(), workspace);
      delivery.done();
      return Optional.empty();
    }
    return new SlackFiles(apis.of(workspace)).share((SlackStep.Share) step, route, delivery);
  }

  private Optional<Sending> post(
      SlackStep.Post post,
      Outgoing.Say say,
      SlackRoute route,
      Delivery delivery,
      Workspace workspace) {
    Duration early = pace.next(route.channel());
    if (!early.isZero()) {
      return Optional.of(new Sending.RetryAfter(early));
    }
    SlackReply reply =
        isForOneOnly(say, route)
            ? ephemeral(shareable(post, say), say.address().person(), route, workspace)
            : posted(post, route, workspace);
    if (reply instanceof SlackReply.Done done) {
      reference(done).ifPresent(reference -> stands(reference, post.page(), post.card(), delivery));
      delivery.done();
      return Optional.empty();
    }
    return Optional.of(SlackErrors.posting(reply));
  }

  /** In a channel, a way into the direct messages concerns nobody but the person who asked. */
  private static boolean isForOneOnly(Outgoing.Say say, SlackRoute route) {
    return route.ephemeral()
        || (!route.isDirect()
            && say.message().choices().stream()
                .anyMatch(choice -> choice.id().startsWith(SlackActions.PRIVATE)));
  }

  private SlackReply posted(SlackStep.Post post, SlackRoute route, Workspace workspace) {
    boolean byAddress = route.reader() == SlackRoute.Reader.ALL_BY_ADDRESS;
    Optional<SlackReply> reply = byAddress ? respond(post, route, workspace) : Optional.empty();
    return reply.orElseGet(() -> call(SlackRenderer.post(route, post.page()), workspace));
  }

  /** An answer that one person sees in a channel can be shown to all. */
  private SlackStep.Post shareable(SlackStep.Post post, Outgoing.Say say) {
    boolean last = SlackRenderer.withoutButtons(post.page()).isPresent();
    return SlackRenderer.answer(say.message())
        .filter(entry -> last)
        .map(
            entry ->
                SlackRenderer.withShare(
                    post.page(), entry, words.say(say.language(), Phrase.CHOOSE_SHARE_IN_CHANNEL)))
        .map(page -> new SlackStep.Post(page, post.replacing(), post.card()))
        .orElse(post);
  }

  /**
   * The response address first: it works where we are no member. Then as a member, then directly.
   */
  private SlackReply ephemeral(
      SlackStep.Post post, String person, SlackRoute route, Workspace workspace) {
    Optional<SlackReply> responded = respond(post, route, workspace);
    if (responded.isPresent()) {
      return responded.get();
    }
    SlackReply reply = call(SlackRenderer.postEphemeral(route, person, post.page()), workspace);
    if (!(reply instanceof SlackReply.Denied denied) || !isElsewhere(denied.error())) {
      return reply;
    }
    SlackRoute direct = SlackRoute.directMessages(person, Optional.empty());
    return call(SlackRenderer.post(direct, post.page()), workspace);
  }

  /** Empty if there is no response address, or none that Slack still takes. */
  private Optional<SlackReply> respond(SlackStep.Post post, SlackRoute route, Workspace workspace) {
    Optional<String> url = route.responseUrl().filter(responseUrls::usable);
    if (url.isEmpty()) {
      return Optional.empty();
    }
    responseUrls.used(url.get());
    SlackReply reply =
        apis.of(workspace)
            .call(SlackRenderer.respond(url.get(), post.replacing(), route, post.page()));
    if (reply instanceof SlackReply.Denied denied && !isOurFault(denied.error())) {
      responseUrls.spent(url.get());
      return Optional.empty();
    }
    return Optional.of(reply);
  }

  /** A message that is wrong here is wrong everywhere. */
  private static boolean isOurFault(String error) {
    return error.startsWith("invalid_") || error.equals("no_text");
  }

  private static boolean isElsewhere(String error) {
    return SlackErrors.isGone(error) || error.equals("user_not_in_channel");
  }

  private Optional<Sending> replace(
      SlackStep.Replace step, Delivery delivery, Workspace workspace) {
    SlackReply reply = call(SlackRenderer.update(step.previous(), step.page()), workspace);
    if (reply instanceof SlackReply.Done) {
      stands(step.previous(), step.page(), step.card(), delivery);
      delivery.done();
      return Optional.empty();
    }
    if (reply instanceof SlackReply.Denied denied && SlackErrors.isNoLonger(denied.error())) {
      delivery.instead(new SlackStep.Post(step.page(), false, step.card()));
      return Optional.empty();
    }
    return Optional.of(SlackErrors.repeatable(reply));
  }

  /** Best effort: an old button that stays is answered kindly. */
  private void strip(SlackReference previous, Workspace workspace) {
    cards
        .remove(previous)
        .flatMap(SlackRenderer::withoutButtons)
        .ifPresent(page -> call(SlackRenderer.update(previous, page), workspace));
  }

  private void stands(SlackReference reference, JsonObject page, boolean card, Delivery delivery) {
    delivery.stands(reference);
    if (card) {
      cards.put(reference, page);
    }
  }

  private static Optional<SlackReference> reference(SlackReply.Done done) {
    return SlackJson.text(done.body(), "channel")
        .flatMap(
            channel ->
                SlackJson.text(done.body(), "ts").map(ts -> new SlackReference(channel, ts)));
  }

  private SlackReply call(SlackCall call, Workspace workspace) {
    SlackReply reply = apis.of(workspace).call(call);
    String team = workspace.identity().team();
    if (reply instanceof SlackReply.Done) {
      workspaces.tokenSeen(team, true);
    } else if (reply instanceof SlackReply.Denied denied && SlackErrors.isToken(denied.error())) {
      workspaces.tokenSeen(team, false);
    }
    return reply;
  }
}
