package bot.optout.slack;

import bot.optout.Outgoing;
import bot.optout.conversation.Phrase;
import bot.optout.message.ChoiceIds;
import java.util.Optional;

/**
 * Sends a part as a new message: to all or to one person, by whichever way is open. The response
 * address first, since it works where we are no member; then as a member; then directly.
 */
final class SlackPosts {
  private final WorkspaceCalls calls;
  private final ResponseUrls responseUrls;
  private final SlackWords words;

  SlackPosts(WorkspaceCalls calls, ResponseUrls responseUrls, SlackWords words) {
    this.calls = calls;
    this.responseUrls = responseUrls;
    this.words = words;
  }

  SlackReply send(SlackStep.Post post, Parcel parcel) {
    return isForOneOnly(parcel)
        ? ephemeral(shareable(post, parcel.say()), parcel)
        : posted(post, parcel);
  }

  /** In a channel, a way into the direct messages concerns nobody but the person who asked. */
  private static boolean isForOneOnly(Parcel parcel) {
    return parcel.route().ephemeral()
        || (!parcel.route().isDirect()
            && parcel.say().message().choices().stream()
                .anyMatch(choice -> choice.id().startsWith(ChoiceIds.PRIVATE)));
  }

  private SlackReply posted(SlackStep.Post post, Parcel parcel) {
    boolean byAddress = parcel.route().reader() == SlackRoute.Reader.ALL_BY_ADDRESS;
    Optional<SlackReply> reply = byAddress ? respond(post, parcel) : Optional.empty();
    return reply.orElseGet(
        () -> calls.call(SlackRenderer.post(parcel.route(), post.part()), parcel.workspace()));
  }

  /** An answer that one person sees in a channel can be shown to all. */
  private SlackStep.Post shareable(SlackStep.Post post, Outgoing.Say say) {
    boolean last = SlackRenderer.withoutButtons(post.part()).isPresent();
    return SlackRenderer.answer(say.message())
        .filter(entry -> last)
        .map(
            entry ->
                SlackRenderer.withShare(
                    post.part(), entry, words.say(say.language(), Phrase.CHOOSE_SHARE_IN_CHANNEL)))
        .map(part -> new SlackStep.Post(part, post.replacing(), post.card()))
        .orElse(post);
  }

  private SlackReply ephemeral(SlackStep.Post post, Parcel parcel) {
    Optional<SlackReply> responded = respond(post, parcel);
    if (responded.isPresent()) {
      return responded.get();
    }
    SlackReply reply =
        calls.call(
            SlackRenderer.postEphemeral(parcel.route(), parcel.person(), post.part()),
            parcel.workspace());
    if (!(reply instanceof SlackReply.Denied denied) || !isElsewhere(denied.error())) {
      return reply;
    }
    SlackRoute direct = SlackRoute.directMessages(parcel.person(), Optional.empty());
    return calls.call(SlackRenderer.post(direct, post.part()), parcel.workspace());
  }

  /** Empty if there is no response address, or none that Slack still takes. */
  private Optional<SlackReply> respond(SlackStep.Post post, Parcel parcel) {
    Optional<String> url = parcel.route().responseUrl().filter(responseUrls::usable);
    if (url.isEmpty()) {
      return Optional.empty();
    }
    responseUrls.used(url.get());
    SlackReply reply =
        calls
            .api(parcel.workspace())
            .call(SlackRenderer.respond(url.get(), post.replacing(), parcel.route(), post.part()));
    if (reply instanceof SlackReply.Denied denied
        && SlackErrors.doubt(denied).isEmpty()
        && !isOurFault(denied.error())) {
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
}
