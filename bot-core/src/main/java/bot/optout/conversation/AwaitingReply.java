package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The company's answer is to be pasted or forwarded. */
record AwaitingReply(String id) implements OneCaseState {
  static final String TAG = "reply-paste";

  /** Shorter texts are no answers of a company. */
  private static final int WORDS_OF_A_REPLY = 4;

  static AwaitingReply from(Saved saved) {
    return new AwaitingReply(saved.field("case").orElse(""));
  }

  @Override
  public Optional<Saved> saved() {
    return Optional.of(new Saved(TAG, 1, Map.of("case", id)));
  }

  @Override
  public Message prompt(Scene scene) {
    return Message.of(scene.say(Phrase.PASTE_REPLY)).offering(ways(scene));
  }

  private List<Choice> ways(Scene scene) {
    List<Choice> ways = new ArrayList<>();
    Optional<Case> one = scene.followed(id);
    one.map(known -> CaseWays.of(known, CaseWays.MARK, Phrase.CHOOSE_MARK, scene))
        .ifPresent(ways::add);
    one.map(known -> CaseWays.of(known, "", Phrase.CHOOSE_BACK_TO_CASE, scene))
        .ifPresentOrElse(
            ways::add, () -> ways.add(Ways.of(scene, Signposts.CANCEL, Phrase.CHOOSE_CANCEL)));
    return ways;
  }

  @Override
  public Optional<Transition> typed(Heard heard, Scene scene) {
    boolean asks = heard.question() && Consultation.answers(heard);
    return heard.is(Heard.Kind.COMPANY_REPLY)
            || (!asks && heard.text().split("\\s+").length >= WORDS_OF_A_REPLY)
        ? Optional.of(PastedReplies.read(heard.text(), scene.followed(id).map(Case::id), scene))
        : Optional.empty();
  }

  @Override
  public Phrase declined(Phrase why) {
    return why == Phrase.CANNOT_SEE ? Phrase.CANNOT_SEE_REPLY : why;
  }

  @Override
  public Phrase hint() {
    return Phrase.PASTE_REPLY_HINT;
  }

  @Override
  public Transition back(Scene scene) {
    return CaseState.toCase(id, scene);
  }
}
