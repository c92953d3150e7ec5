package bot.optout.slack;

import bot.optout.Incoming;
import bot.optout.Input;
import bot.optout.conversation.Phrase;
import bot.optout.message.Message;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is nice to have done soon after something happened, and no loss if it is not: opening a
 * modal while Slack lets us, suggesting what to ask, the status of an agent's session. Never
 * durable, never in the way of an acknowledgement.
 */
final class SlackChores implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackChores.class);
  private static final int WAITING = 1_000;

  private final SlackApis apis;
  private final SlackModals modals;
  private final SlackWords words;
  private final SlackPeople people;
  private final SlackSessions sessions;
  private final ThreadPoolExecutor threads;

  SlackChores(
      SlackApis apis,
      SlackModals modals,
      SlackWords words,
      SlackPeople people,
      SlackSessions sessions,
      int threads) {
    this.apis = apis;
    this.modals = modals;
    this.words = words;
    this.people = people;
    this.sessions = sessions;
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            SlackChores::thread,
            new ThreadPoolExecutor.DiscardPolicy());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "slack-chores");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Puts up a view that waits for the answer; if it cannot be put up, the answer goes elsewhere.
   */
  void open(Workspace workspace, Meaning.Opening opening, Optional<String> language) {
    threads.execute(
        () -> {
          JsonObject view =
              SlackView.waiting(opening.view().id(), words.say(language, Phrase.WORKING));
          SlackReply reply = apis.of(workspace).call(SlackView.open(opening.trigger(), view));
          if (!(reply instanceof SlackReply.Done)) {
            LOG.info("A modal does not open: {}", reply);
            modals.notOpened(opening.view().id());
          }
        });
  }

  /** Suggests questions, in the person's language, to whoever opens the conversation. */
  void suggest(Workspace workspace, Meaning.Arrived arrived) {
    threads.execute(
        () -> {
          Optional<String> language = people.language(workspace, arrived.person());
          List<SlackPrompts.Prompt> prompts = SlackPrompts.of(words, language);
          SlackReply reply = apis.of(workspace).call(SlackPrompts.call(arrived.channel(), prompts));
          LOG.debug("Suggested: {}", reply);
        });
  }

  /** Somebody said something in a thread with us. */
  void heard(Workspace workspace, Incoming incoming) {
    boolean said =
        incoming.input() instanceof Input.Said || incoming.input() instanceof Input.Commanded;
    SlackRoute.parse(incoming.address().route())
        .filter(route -> said && route.view().isEmpty() && route.isDirect())
        .ifPresent(route -> heard(workspace, route, incoming));
  }

  private void heard(Workspace workspace, SlackRoute route, Incoming incoming) {
    if (incoming.input() instanceof Input.Commanded command
        && command.name().equals(Input.STOP_ANSWER)) {
      sessions.stopped(workspace, route);
    } else {
      sessions.heard(workspace, route, incoming);
    }
  }

  /** Says at the pressed button that the answer stands elsewhere. */
  void hint(Workspace workspace, Meaning.Hint hint, Optional<String> language) {
    threads.execute(
        () -> {
          JsonObject part =
              SlackRenderer.parts(Message.of(words.say(language, Phrase.CONTINUED_IN_PRIVATE)))
                  .get(0);
          SlackReply reply =
              apis.of(workspace)
                  .call(SlackRenderer.respond(hint.responseUrl(), false, hint.at(), part));
          LOG.debug("Hinted: {}", reply);
        });
  }

  /** Ends the threads; what waits is left undone. */
  @Override
  public void close() {
    threads.shutdownNow();
    sessions.close();
    try {
      if (!threads.awaitTermination(Duration.ofSeconds(1).toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("A chore is left undone");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
