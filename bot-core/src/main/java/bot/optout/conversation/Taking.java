package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.letter.Letter;
import bot.optout.letter.Service;
import bot.optout.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The person takes the letter: it is handed over, and a case follows it from then on. */
final class Taking {
  private Taking() {}

  /**
   * Hands the letter over. Nothing of the draft is kept, unless the person wants it with the case.
   *
   * @param keep their details and the text
   */
  static Transition of(Reviewing review, Letter letter, boolean keep, Scene scene) {
    List<Message> handover = Handover.of(letter, review.draft(), scene);
    Optional<Case> before = before(review, letter, scene);
    if (before.isEmpty()) {
      return Transition.to(new Idle(), scene.context(), handover);
    }
    Map<String, String> details = DraftFormat.fields(review.draft(), Optional.empty());
    Case keeping = keep ? before.get().keeping(details) : before.get();
    Case one = keeping.taking(letter.kind(), letter.text(), scene.today());
    Scene now = scene.following(one);
    return new AskingSent(one.id())
        .enter(now, handover.toArray(Message[]::new))
        .causing(new Effect.KeepCase(one));
  }

  /** The letter's case, a new one for a letter that opens one, or none if there are too many. */
  private static Optional<Case> before(Reviewing review, Letter letter, Scene scene) {
    Optional<Case> known = review.errand().id().flatMap(scene::followed);
    if (review.errand().id().isPresent() || scene.cases().size() >= Case.MOST_CASES) {
      return known;
    }
    return Optional.of(
        CaseLetters.open(
            review.draft(),
            letter.kind(),
            letter.recipient().map(Service.Recipient::company).orElse(""),
            covered(review, scene),
            scene));
  }

  /** What the letter is about: a service with a way of its own is not in it. */
  private static List<String> covered(Reviewing review, Scene scene) {
    List<String> all = review.draft().services();
    List<String> covered =
        all.stream()
            .filter(
                id ->
                    scene
                        .script()
                        .letters()
                        .service(id)
                        .filter(service -> service.route().isEmpty())
                        .isPresent())
            .toList();
    return covered.isEmpty() ? all : covered;
  }
}
