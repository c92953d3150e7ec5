package bot.optout.slack;

import bot.optout.Incoming;
import bot.optout.conversation.Phrase;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes whatever Slack sends, and however it came: it is stored before it is acknowledged. Slack is
 * asked nothing before that; what else is to be done there is left to the chores.
 */
final class SlackDoor {
  private static final Logger LOG = LoggerFactory.getLogger(SlackDoor.class);
  private static final int REMEMBERED = 10_000;

  private final Workspaces workspaces;
  private final Predicate<Incoming> intake;
  private final SlackModals modals;
  private final SlackChores chores;
  private final SlackPeople people;
  private final SlackWords words;
  private final Clock clock;

  /** Channels in which people wrote to us directly; whoever is there needs no hint to go there. */
  private final Recent<String, Boolean> directChannels = new Recent<>(REMEMBERED);

  /**
   * @param intake stores durably before it returns; false: it had been stored before
   */
  SlackDoor(
      Workspaces workspaces,
      Predicate<Incoming> intake,
      SlackModals modals,
      SlackChores chores,
      SlackPeople people,
      SlackWords words,
      Clock clock) {
    this.workspaces = workspaces;
    this.intake = intake;
    this.modals = modals;
    this.chores = chores;
    this.people = people;
    this.words = words;
    this.clock = clock;
  }

  /** What to acknowledge with. */
  sealed interface Answer {
    record Now(String body) implements Answer {}

    /** Within half a second. */
    record Later(CompletableFuture<JsonObject> body) implements Answer {}
  }

  private static final Answer NOTHING = new Answer.Now("");

  /** Stores what happened; an exception means that it must not be acknowledged. */
  Answer take(String body) {
    return SlackPayload.of(body).map(this::take).orElse(NOTHING);
  }

  private Answer take(JsonObject payload) {
    Optional<String> challenge = challenge(payload);
    if (challenge.isPresent()) {
      return new Answer.Now(challenge.get());
    }
    Optional<Workspace> workspace = SlackPlace.of(payload).flatMap(workspaces::of);
    if (workspace.isEmpty()) {
      LOG.debug("Ignored: of no workspace that has us");
      return NOTHING;
    }
    Meaning meaning = new SlackEvents(workspace.get().identity(), clock.instant()).read(payload);
    if (meaning instanceof Meaning.Happened happened) {
      return take(happened, workspace.get());
    }
    if (meaning instanceof Meaning.Arrived arrived) {
      chores.suggest(workspace.get(), arrived);
    } else if (meaning instanceof Meaning.Left left) {
      LOG.info("A workspace removed the app");
      workspaces.left(left.team(), left.when());
    } else {
      LOG.debug("Ignored: {}", meaning);
    }
    return NOTHING;
  }

  /** Slack asks so whether the address it was given is ours. */
  private static Optional<String> challenge(JsonObject payload) {
    return SlackJson.text(payload, "type")
        .filter("url_verification"::equals)
        .flatMap(type -> SlackJson.text(payload, "challenge"))
        .map(
            challenge -> {
              JsonObject answer = new JsonObject();
              answer.addProperty("challenge", challenge);
              return SlackJson.write(answer);
            });
  }

  private Answer take(Meaning.Happened happened, Workspace workspace) {
    Optional<String> language =
        people.knownLanguage(workspace, happened.incoming().address().person());
    if (happened.submits().isPresent()) {
      return submitted(happened.incoming(), happened.submits().get(), language);
    }
    boolean fresh = intake.test(happened.incoming());
    if (fresh) {
      happened.opens().ifPresent(opening -> chores.open(workspace, opening, language));
      happened.hints().ifPresent(hint -> chores.hint(workspace, hint, language));
      chores.heard(workspace, happened.incoming());
    }
    learn(happened.incoming());
    boolean tell =
        happened.askedFrom().filter(from -> directChannels.get(from).isEmpty()).isPresent();
    return tell ? hint(language) : NOTHING;
  }

  /** A form that Slack sends again shows what followed from it. */
  private Answer submitted(Incoming incoming, Meaning.Submission form, Optional<String> language) {
    JsonObject otherwise =
        SlackView.stillWaiting(
            form, words.say(language, Phrase.WORKING), words.say(language, Phrase.FIELD_SUBMIT));
    CompletableFuture<JsonObject> answer = modals.expect(form, otherwise);
    try {
      if (!intake.test(incoming)) {
        answer.complete(SlackView.instead(modals.standing(form.view().id()).orElse(otherwise)));
      }
    } catch (RuntimeException | Error notStored) {
      modals.expectNothing(form);
      throw notStored;
    }
    return new Answer.Later(answer);
  }

  private void learn(Incoming incoming) {
    if (incoming.address().chat().equals(SlackAddresses.DIRECT)) {
      SlackRoute.parse(incoming.address().route())
          .map(SlackRoute::channel)
          .filter(SlackRoute::isDirectChannel)
          .ifPresent(channel -> directChannels.put(channel, true));
    }
  }

  private Answer hint(Optional<String> language) {
    JsonObject hint = new JsonObject();
    hint.addProperty("response_type", "ephemeral");
    hint.addProperty("text", SlackMarkup.escaped(words.say(language, Phrase.CONTINUED_IN_PRIVATE)));
    return new Answer.Now(SlackJson.write(hint));
  }
}
