package bot.optout.slack;

import bot.optout.Outgoing;
import bot.optout.Sender;
import bot.optout.delivery.Sending;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Delivers to Slack, step by step. What is interrupted by a limit or a failure is remembered, so
 * that the next try does not repeat the pages that stand already; after a restart it does.
 */
final class SlackSender implements Sender {
  private static final int REMEMBERED = 1_000;

  private final SlackClient client;
  private final SlackFiles files;
  private final Pace pace;
  private final ResponseUrls responseUrls;
  private final SlackHealth health;
  private final Recent<Outgoing.Say, Delivery> interrupted = new Recent<>(REMEMBERED);

  /**
   * What our newest cards say. Slack changes messages only as a whole and we never read any back,
   * so without this their buttons could not be taken away. In memory only, since it may be
   * personal.
   */
  private final Recent<SlackReference, JsonObject> cards = new Recent<>(REMEMBERED);

  SlackSender(SlackClient client, Pace pace, ResponseUrls responseUrls, SlackHealth health) {
    this.client = client;
    this.files = new SlackFiles(client);
    this.pace = pace;
    this.responseUrls = responseUrls;
    this.health = health;
  }

  @Override
  public Sending send(Outgoing outgoing) {
    if (outgoing instanceof Outgoing.Delete delete) {
      return SlackReference.parse(delete.reference())
          .map(this::delete)
          .orElseGet(() -> new Sending.Refused("unreadable reference"));
    }
    Outgoing.Say say = (Outgoing.Say) outgoing;
    return SlackRoute.parse(say.address().route())
        .map(route -> say(say, route))
        .orElseGet(() -> new Sending.Refused("unreadable route"));
  }

  private Sending delete(SlackReference reference) {
    cards.remove(reference);
    SlackReply reply = call(SlackRenderer.delete(reference));
    boolean gone =
        reply instanceof SlackReply.Done
            || (reply instanceof SlackReply.Denied denied
                && SlackErrors.isNoLonger(denied.error()));
    return gone ? new Sending.Delivered(List.of()) : SlackErrors.repeatable(reply);
  }

  private Sending say(Outgoing.Say say, SlackRoute route) {
    Delivery delivery = interrupted.remove(say).orElseGet(() -> Delivery.of(say, route));
    Optional<SlackStep> step = delivery.next();
    while (step.isPresent()) {
      Optional<Sending> trouble = run(step.get(), say, route, delivery);
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
      SlackStep step, Outgoing.Say say, SlackRoute route, Delivery delivery) {
    if (step instanceof SlackStep.Post post) {
      return post(post, say, route, delivery);
    }
    if (step instanceof SlackStep.Replace replace) {
      return replace(replace, delivery);
    }
    if (step instanceof SlackStep.Strip strip) {
      strip(strip.previous());
      delivery.done();
      return Optional.empty();
    }
    return files.share((SlackStep.Share) step, route, delivery);
  }

  private Optional<Sending> post(
      SlackStep.Post post, Outgoing.Say say, SlackRoute route, Delivery delivery) {
    Duration early = pace.next(route.channel());
    if (!early.isZero()) {
      return Optional.of(new Sending.RetryAfter(early));
    }
    SlackReply reply =
        isForOneOnly(say, route)
            ? ephemeral(post, say.address().person(), route)
            : call(SlackRenderer.post(route, post.page()));
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
                .anyMatch(choice -> choice.id().startsWith(SlackEvents.PRIVATE)));
  }

  /**
   * The response address first: it works where we are no member. Then as a member, then directly.
   */
  private SlackReply ephemeral(SlackStep.Post post, String person, SlackRoute route) {
    Optional<String> url = route.responseUrl().filter(responseUrls::usable);
    if (url.isPresent()) {
      responseUrls.used(url.get());
      SlackReply reply =
          client.call(SlackRenderer.respond(url.get(), post.replacing(), route, post.page()));
      if (!(reply instanceof SlackReply.Denied denied) || isOurFault(denied.error())) {
        return reply;
      }
      responseUrls.spent(url.get());
    }
    SlackReply reply = call(SlackRenderer.postEphemeral(route, person, post.page()));
    if (!(reply instanceof SlackReply.Denied denied) || !isElsewhere(denied.error())) {
      return reply;
    }
    SlackRoute direct = SlackRoute.directMessages(person, Optional.empty());
    return call(SlackRenderer.post(direct, post.page()));
  }

  /** A message that is wrong here is wrong everywhere. */
  private static boolean isOurFault(String error) {
    return error.startsWith("invalid_") || error.equals("no_text");
  }

  private static boolean isElsewhere(String error) {
    return SlackErrors.isGone(error) || error.equals("user_not_in_channel");
  }

  private Optional<Sending> replace(SlackStep.Replace step, Delivery delivery) {
    SlackReply reply = call(SlackRenderer.update(step.previous(), step.page()));
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
  private void strip(SlackReference previous) {
    cards
        .remove(previous)
        .flatMap(SlackRenderer::withoutButtons)
        .ifPresent(page -> call(SlackRenderer.update(previous, page)));
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

  private SlackReply call(SlackCall call) {
    SlackReply reply = client.call(call);
    if (reply instanceof SlackReply.Done) {
      health.tokenSeen(true);
    } else if (reply instanceof SlackReply.Denied denied && SlackErrors.isToken(denied.error())) {
      health.tokenSeen(false);
    }
    return reply;
  }
}
