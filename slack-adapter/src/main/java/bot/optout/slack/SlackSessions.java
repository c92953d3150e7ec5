package bot.optout.slack;

import bot.optout.Incoming;
import bot.optout.Input;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions that Slack shows for threads with an agent: a title for a new one, "processing" with
 * a stop button when an answer takes long, and "active" again once it stands. One thread, so that
 * what is said of a session is said in order.
 */
final class SlackSessions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackSessions.class);
  private static final int REMEMBERED = 5_000;
  private static final int TITLE = 60;

  private final SlackApis apis;
  private final Duration slow;
  private final Duration longest;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(SlackSessions::thread);
  private final Recent<String, Session> sessions = new Recent<>(REMEMBERED);

  /** Only ever touched under its own lock. */
  private static final class Session {
    private long open;
    private boolean processing;
    private boolean titled;
    private boolean stopped;
  }

  /**
   * @param slow after which an answer is said to be under way
   * @param longest after which it no longer is, since not everything is answered
   */
  SlackSessions(SlackApis apis, Duration slow, Duration longest) {
    this.apis = apis;
    this.slow = slow;
    this.longest = longest;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "slack-sessions");
    thread.setDaemon(true);
    return thread;
  }

  void heard(Workspace workspace, SlackRoute route, Incoming incoming) {
    key(workspace.identity().team(), route)
        .ifPresent(key -> heard(workspace, route, incoming, key));
  }

  private void heard(Workspace workspace, SlackRoute route, Incoming incoming, String key) {
    Session session = session(key);
    long number;
    boolean fresh;
    synchronized (session) {
      number = ++session.open;
      fresh = !session.titled;
      session.titled = true;
    }
    Optional<String> title = fresh ? title(incoming) : Optional.empty();
    Duration wait = fresh ? Duration.ZERO : slow;
    later(wait, () -> processing(workspace, route, incoming, session, number, title));
  }

  private void processing(
      Workspace workspace,
      SlackRoute route,
      Incoming incoming,
      Session session,
      long number,
      Optional<String> title) {
    synchronized (session) {
      boolean answered = session.open != number;
      if (answered && title.isEmpty()) {
        return;
      }
      session.processing = !answered;
    }
    JsonObject args = status(route, "processing");
    title.ifPresent(words -> args.addProperty("title", words));
    args.addProperty("initiator_user_id", incoming.address().person());
    call(workspace, args);
    if (isAnswered(session, number)) {
      call(workspace, status(route, "active"));
    } else {
      later(longest, () -> giveUp(workspace, route, session, number));
    }
  }

  private void giveUp(Workspace workspace, SlackRoute route, Session session, long number) {
    if (!isAnswered(session, number)) {
      answered(workspace, route);
    }
  }

  private static boolean isAnswered(Session session, long number) {
    synchronized (session) {
      return session.open != number;
    }
  }

  /** The answer stands, or there will be none. */
  void answered(Workspace workspace, SlackRoute route) {
    Optional<Session> known = key(workspace.identity().team(), route).flatMap(sessions::get);
    if (known.isEmpty()) {
      return;
    }
    boolean change;
    synchronized (known.get()) {
      known.get().open++;
      change = known.get().processing;
      known.get().processing = false;
    }
    if (change) {
      later(Duration.ZERO, () -> call(workspace, status(route, "active")));
    }
  }

  /**
   * The person pressed stop. Slack goes on showing that we work until we say otherwise, and after a
   * restart nobody remembers having said so.
   */
  void stopped(Workspace workspace, SlackRoute route) {
    Optional<String> key = key(workspace.identity().team(), route);
    if (key.isEmpty()) {
      return;
    }
    Session session = session(key.get());
    synchronized (session) {
      session.open++;
      session.processing = false;
      session.stopped = true;
    }
    later(Duration.ZERO, () -> call(workspace, status(route, "active")));
  }

  /** Whether what is under way there is to end; asked once, since what comes next is new. */
  boolean takeStop(Workspace workspace, SlackRoute route) {
    Optional<Session> known = key(workspace.identity().team(), route).flatMap(sessions::get);
    if (known.isEmpty()) {
      return false;
    }
    synchronized (known.get()) {
      boolean stopped = known.get().stopped;
      known.get().stopped = false;
      return stopped;
    }
  }

  private Session session(String key) {
    synchronized (sessions) {
      Session session = sessions.get(key).orElseGet(Session::new);
      sessions.put(key, session);
      return session;
    }
  }

  private void later(Duration wait, Runnable work) {
    try {
      var unused = thread.schedule(work, wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      LOG.debug("A session stays as it is");
    }
  }

  private void call(Workspace workspace, JsonObject args) {
    SlackReply reply = apis.of(workspace).call(new SlackCall("agents.sessions.setStatus", args));
    LOG.debug("Session: {}", reply);
  }

  private static JsonObject status(SlackRoute route, String status) {
    JsonObject args = new JsonObject();
    args.addProperty("channel_id", route.channel());
    args.addProperty("thread_ts", route.thread().orElse(""));
    args.addProperty("status", status);
    return args;
  }

  /** In the person's own words, as far as they can neither mention nor link. */
  private static Optional<String> title(Incoming incoming) {
    return incoming.input() instanceof Input.Said said
        ? Optional.of(SlackText.clean(said.text()).replaceAll("\\s+", " ").strip())
            .map(words -> SlackMarkup.escaped(SlackText.cut(words, TITLE)))
            .map(words -> SlackText.cut(words, SlackLimits.SESSION_TITLE))
            .filter(words -> !words.isEmpty())
        : Optional.empty();
  }

  private static Optional<String> key(String team, SlackRoute route) {
    return SlackRoute.isDirectChannel(route.channel())
        ? route.thread().map(thread -> team + "/" + route.channel() + "/" + thread)
        : Optional.empty();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
