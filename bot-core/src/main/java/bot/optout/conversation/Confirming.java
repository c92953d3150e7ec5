package bot.optout.conversation;

import bot.optout.message.Block;
import bot.optout.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * "Delete everything?" is open.
 *
 * @param before where the conversation goes on if nothing is deleted
 */
public record Confirming(State before) implements State {
  static final String TAG = "confirming";
  static final String FORGET_YES = "forget:yes";
  static final String FORGET_NO = "forget:no";

  private static final String BEFORE = "before";

  static Confirming after(State state) {
    return state instanceof Confirming open ? open : new Confirming(state);
  }

  static Confirming from(Saved saved) {
    Map<String, String> fields = new TreeMap<>();
    saved
        .fields()
        .forEach(
            (name, value) -> {
              if (name.startsWith(BEFORE + ".")) {
                fields.put(name.substring(BEFORE.length() + 1), value);
              }
            });
    return new Confirming(
        saved
            .field(BEFORE)
            .flatMap(tag -> new Saved(tag, 1, fields).restore())
            .orElseGet(Idle::new));
  }

  /** Whether nothing but this very question is kept in what was saved. */
  public static boolean isAllThereIs(Saved saved) {
    return saved.tag().equals(TAG) && saved.field(BEFORE).isEmpty();
  }

  @Override
  public Optional<Saved> saved() {
    Map<String, String> fields = new TreeMap<>(Map.of("what", "forget"));
    before
        .saved()
        .ifPresent(
            kept -> {
              fields.put(BEFORE, kept.tag());
              kept.fields().forEach((name, value) -> fields.put(BEFORE + "." + name, value));
            });
    return Optional.of(new Saved(TAG, 1, fields));
  }

  @Override
  public Message prompt(Scene scene) {
    List<String> kept = Inventory.of(scene);
    return Message.of(
            kept.isEmpty()
                ? List.of(new Block.Paragraph(scene.say(Phrase.FORGET_ASK_MESSAGES)))
                : List.of(
                    new Block.Paragraph(scene.say(Phrase.KEEPING)),
                    new Block.Items(false, kept),
                    new Block.Paragraph(scene.say(Phrase.FORGET_ASK))))
        .offering(
            Ways.of(scene, FORGET_YES, Phrase.CHOOSE_FORGET_YES),
            Ways.of(scene, FORGET_NO, Phrase.CHOOSE_FORGET_NO));
  }

  @Override
  public Transition onSaid(Heard heard, Scene scene) {
    if (heard.means(Wish.YES)) {
      return forget(scene);
    }
    if (heard.means(Wish.NO)) {
      return keep(scene);
    }
    return Labels.match(heard.text(), prompt(scene).choices())
        .flatMap(choice -> onChoice(choice.id(), scene))
        .orElseGet(
            () ->
                Consultation.answers(heard)
                    ? Consultation.aside(heard, this, scene)
                    : again(scene, scene.say(Phrase.FORGET_HINT)));
  }

  @Override
  public Optional<Transition> onChoice(String choice, Scene scene) {
    return switch (choice) {
      case FORGET_YES -> Optional.of(forget(scene));
      case FORGET_NO -> Optional.of(keep(scene));
      default -> Optional.empty();
    };
  }

  private static Transition forget(Scene scene) {
    List<String> kept = Inventory.of(scene);
    List<Block> proof = new ArrayList<>();
    proof.add(new Block.Paragraph(scene.say(kept.isEmpty() ? Phrase.DONE : Phrase.FORGOTTEN)));
    if (!kept.isEmpty()) {
      proof.add(new Block.Items(false, kept));
    }
    proof.add(new Block.Paragraph(scene.say(Phrase.NOTHING_LEFT)));
    proof.add(new Block.SmallPrint(scene.say(Phrase.FORGET_REMAINS)));
    return new Transition(
        new Idle(),
        Context.EMPTY,
        List.of(new Effect.Forget(), new Effect.Say(Message.of(proof).offering(Ways.menu(scene)))));
  }

  private Transition keep(Scene scene) {
    return before.again(scene, scene.say(Phrase.KEPT));
  }

  @Override
  public Transition onDraftWish(Mentions mentions, Scene scene) {
    return again(scene, scene.say(Phrase.FORGET_HINT));
  }

  @Override
  public Transition back(Scene scene) {
    return keep(scene);
  }

  @Override
  public Transition startOver(Scene scene) {
    return enter(scene);
  }
}
