package bot.optout.slack;

import bot.optout.Outgoing;
import bot.optout.conversation.Phrase;
import bot.optout.message.Message;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the modals show that are open. A form that was sent waits a moment for what comes next, so
 * that a mistake is shown at its field; who takes longer puts it in the modal's place later. In
 * memory only: a modal of an earlier process is simply changed in place.
 */
final class SlackModals {
  private static final int REMEMBERED = 2_000;

  /** Far below the three seconds after which Slack gives up. */
  static final Duration PATIENCE = Duration.ofMillis(250);

  /** So many forms may wait at once; all further ones are answered at once. */
  private static final int WAITING = 8;

  /** Slack has to get an answer to a form before a change of the same modal. */
  private static final Duration ORDER = Duration.ofMillis(300);

  private final SlackWords words;
  private final Clock clock;
  private final Duration patience;
  private final Map<String, Form> forms = new ConcurrentHashMap<>();
  private final Recent<String, Shown> shown = new Recent<>(REMEMBERED);
  private final Recent<String, Boolean> unopened = new Recent<>(REMEMBERED);

  /**
   * @param patience of a form with its answer
   */
  SlackModals(SlackWords words, Clock clock, Duration patience) {
    this.words = words;
    this.clock = clock;
    this.patience = patience;
  }

  private record Form(Meaning.Submission submission, CompletableFuture<JsonObject> answer) {}

  /**
   * What stands in a modal.
   *
   * @param last what was put there last, so that a second try adds nothing
   * @param words everything said in this step, without buttons
   * @param open the question whose field stands in it
   * @param keeps something of this step is worth keeping after the modal is closed
   * @param answered when it was given as the answer to a form
   */
  record Shown(
      String step,
      Outgoing.Say last,
      List<JsonObject> words,
      JsonObject view,
      Optional<Message> open,
      boolean keeps,
      Instant answered) {
    Shown answered(Instant now) {
      return new Shown(step, last, words, view, open, keeps, now);
    }

    @Override
    public String toString() {
      return "Shown";
    }
  }

  /** To be called before what was sent is taken, so that the answer cannot come too early. */
  CompletableFuture<JsonObject> expect(Meaning.Submission submission, JsonObject otherwise) {
    if (forms.size() >= WAITING) {
      return CompletableFuture.completedFuture(SlackView.instead(otherwise));
    }
    String step = submission.view().step();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    forms.put(step, new Form(submission, answer));
    var unused =
        answer
            .completeOnTimeout(
                SlackView.instead(otherwise), patience.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((response, trouble) -> forms.remove(step));
    return answer;
  }

  /** Nothing will come: it was not taken, or had been taken before. */
  void expectNothing(Meaning.Submission submission) {
    forms.remove(submission.view().step());
  }

  /** What the modal shows, as far as this process has put it there. */
  Optional<JsonObject> standing(String modal) {
    return shown.get(modal).map(Shown::view);
  }

  /** What the modal is to show once this is said. */
  synchronized Shown put(SlackRoute.View at, Outgoing.Say say) {
    Optional<Shown> standing = shown.get(at.id());
    Optional<Shown> before = standing.filter(it -> it.step().equals(at.step()));
    if (before.filter(it -> it.last().equals(say)).isPresent()) {
      return before.get();
    }
    List<JsonObject> above = before.map(Shown::words).orElse(List.of());
    List<JsonObject> said =
        Stream.concat(above.stream(), SlackView.words(say.message()).stream()).toList();
    Optional<Message> kept = isAside(say) ? standing.flatMap(Shown::open) : Optional.empty();
    boolean keeps =
        !say.message().attachments().isEmpty() || before.map(Shown::keeps).orElse(false);
    List<JsonObject> below = keeps ? List.of(note(say)) : List.of();
    Shown next =
        new Shown(
            at.step(),
            say,
            said,
            kept.map(question -> SlackView.modal(at.id(), said, question, below))
                .orElseGet(() -> SlackView.modal(at.id(), above, say.message(), below)),
            kept.or(() -> Optional.of(say.message()).filter(it -> it.field().isPresent())),
            keeps,
            before.map(Shown::answered).orElse(Instant.EPOCH));
    shown.put(at.id(), next);
    return next;
  }

  /**
   * Said in between: the open question stays below it, with what was typed. What ends a question
   * takes its card's place instead.
   */
  private static boolean isAside(Outgoing.Say say) {
    return say.card().isEmpty() && say.message().field().isEmpty();
  }

  private JsonObject note(Outgoing.Say say) {
    return BlockKit.context(words.say(say.language(), Phrase.MODAL_ENDED));
  }

  /** Whether the form that is waiting takes it; then there is nothing left to send. */
  boolean answer(SlackRoute.View at, Shown next) {
    Optional<Form> form = Optional.ofNullable(forms.get(at.step()));
    if (form.isEmpty()) {
      return false;
    }
    String field = form.get().submission().field();
    JsonObject response =
        SlackView.problem(next.last().message(), field)
            .orElseGet(() -> SlackView.instead(next.view()));
    boolean taken = form.get().answer().complete(response);
    if (taken) {
      shown.put(at.id(), next.answered(clock.instant()));
    }
    return taken;
  }

  /**
   * How long the modal must not be changed, since the answer to its form is on its way. Where we
   * did not give it, another process may be about to: it waits as long as we would.
   */
  Duration settling(SlackRoute.View at, Shown next) {
    Instant answered =
        next.answered().equals(Instant.EPOCH)
            ? at.sent()
                .map(Instant::ofEpochMilli)
                .map(sent -> sent.plus(patience))
                .orElse(Instant.EPOCH)
            : next.answered();
    Duration left = Duration.between(clock.instant(), answered.plus(ORDER));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** It shows nothing any more. */
  void closed(String modal) {
    shown.remove(modal);
  }

  void notOpened(String modal) {
    unopened.put(modal, true);
  }

  boolean isUnopened(String modal) {
    return unopened.get(modal).isPresent();
  }
}
