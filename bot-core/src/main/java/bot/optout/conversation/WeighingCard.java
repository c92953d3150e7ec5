package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.cases.NextStep;
import bot.optout.letter.ReplyKind;
import bot.optout.letter.ReplyReading;
import bot.optout.message.Block;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What was read in a company's answer, with the sentence that shows it, and what to do with it. */
final class WeighingCard {
  /** What a person may say an answer is. */
  static final List<ReplyKind> OUTCOMES =
      List.of(
          ReplyKind.CONFIRMED,
          ReplyKind.PARTLY_GRANTED,
          ReplyKind.REFUSED,
          ReplyKind.ID_DEMANDED,
          ReplyKind.ASKS_FOR_MORE,
          ReplyKind.NO_DATA_FOUND,
          ReplyKind.EXTENDED,
          ReplyKind.AUTOMATIC_RECEIPT,
          ReplyKind.UNDELIVERABLE);

  private WeighingCard() {}

  static String markId(ReplyKind kind) {
    return WeighingReply.MARK + kind.name().toLowerCase(Locale.ROOT);
  }

  static Message of(WeighingReply state, Scene scene) {
    Optional<Case> one = state.one(scene);
    if (state.wrong() && one.isPresent()) {
      return Message.of(scene.say(Phrase.REPLY_WHAT_THEN))
          .offering(Ways.both(marks(OUTCOMES, scene), List.of(leave(scene))));
    }
    List<Block> blocks = new ArrayList<>(ReplyCard.of(state.reading(), scene).blocks());
    one.flatMap(known -> missing(state, known, scene))
        .ifPresent(said -> blocks.add(new Block.Paragraph(said)));
    one.filter(known -> scene.cases().size() > 1)
        .ifPresent(
            known ->
                blocks.add(
                    new Block.SmallPrint(
                        scene.say(Phrase.READ_ABOUT_CASE, "name", CaseWords.name(known, scene)))));
    if (one.isEmpty()) {
      blocks.add(new Block.Paragraph(scene.say(Phrase.WHICH_CASE)));
    }
    return Message.of(blocks)
        .offering(one.map(known -> ways(state, known, scene)).orElseGet(() -> cases(state, scene)));
  }

  /** "It names Facebook only. For Instagram I see no confirmation yet." */
  private static Optional<String> missing(WeighingReply state, Case one, Scene scene) {
    List<String> rest = rest(state, one);
    return rest.isEmpty()
        ? Optional.empty()
        : Optional.of(
            scene.say(
                Phrase.READ_NAMES_ONLY,
                Map.of(
                    "named", Corrections.services(state.named(one), scene),
                    "rest", Corrections.services(rest, scene))));
  }

  /** What a confirmation leaves out, where it names something at all. */
  private static List<String> rest(WeighingReply state, Case one) {
    boolean grants =
        state.reading().kind() == ReplyKind.CONFIRMED
            || state.reading().kind() == ReplyKind.PARTLY_GRANTED;
    List<String> named = state.named(one);
    return grants && !named.isEmpty()
        ? one.unconfirmed().stream().filter(id -> !named.contains(id)).toList()
        : List.of();
  }

  private static List<Choice> ways(WeighingReply state, Case one, Scene scene) {
    ReplyReading reading = state.reading();
    List<Choice> ways = new ArrayList<>();
    if (reading.kind() == ReplyKind.UNCLEAR) {
      ways.addAll(marks(alternatives(reading), scene));
    } else if (OUTCOMES.contains(reading.kind())) {
      ways.add(mark(state, one, scene));
      answer(one, reading, scene).ifPresent(ways::add);
      if (!rest(state, one).isEmpty()) {
        ways.add(
            new Choice(
                WeighingReply.REST,
                Ways.shortened(
                    scene.say(
                        Phrase.CHOOSE_ASK_ABOUT_REST,
                        "services",
                        Corrections.services(rest(state, one), scene)))));
      }
      marks(alternatives(reading), scene).stream()
          .filter(way -> !ways.contains(way) && !way.id().equals(markId(reading.kind())))
          .forEach(ways::add);
    }
    ways.add(Ways.of(scene, WeighingReply.WRONG, Phrase.CHOOSE_READ_WRONG));
    ways.add(leave(scene));
    return ways;
  }

  private static List<ReplyKind> alternatives(ReplyReading reading) {
    return reading.alternatives().stream().filter(OUTCOMES::contains).toList();
  }

  private static Optional<Choice> answer(Case one, ReplyReading reading, Scene scene) {
    return NextStep.answerTo(reading.kind())
        .letter()
        .filter(kind -> reading.sure())
        .filter(kind -> CaseLetters.possible(one, kind, scene))
        .map(kind -> Ways.of(scene, WeighingReply.WRITE, Phrase.CHOOSE_MARK_AND_WRITE));
  }

  /** "Mark Facebook as confirmed", or the outcome alone. */
  private static Choice mark(WeighingReply state, Case one, Scene scene) {
    List<String> named = state.named(one);
    boolean some =
        state.reading().kind() == ReplyKind.CONFIRMED
            && !named.isEmpty()
            && named.size() < one.services().size();
    String label =
        some
            ? scene.say(
                Phrase.CHOOSE_MARK_CONFIRMED, "services", Corrections.services(named, scene))
            : marked(state.reading().kind(), scene);
    return new Choice(markId(state.reading().kind()), Ways.shortened(label));
  }

  private static List<Choice> marks(List<ReplyKind> kinds, Scene scene) {
    return kinds.stream()
        .map(kind -> new Choice(markId(kind), Ways.shortened(marked(kind, scene))))
        .toList();
  }

  private static String marked(ReplyKind kind, Scene scene) {
    return scene.say(Phrase.CHOOSE_MARK_AS, "what", scene.say(CaseWords.outcome(kind)));
  }

  private static Choice leave(Scene scene) {
    return Ways.of(scene, WeighingReply.LEAVE, Phrase.CHOOSE_LEAVE_AS_IT_IS);
  }

  private static List<Choice> cases(WeighingReply state, Scene scene) {
    return Stream.concat(
            PastedReplies.candidates(state.reading(), scene).stream()
                .map(
                    one ->
                        new Choice(
                            WeighingReply.CASE + one.id(),
                            Ways.shortened(CaseWords.name(one, scene)))),
            Stream.of(Ways.of(scene, WeighingReply.LEAVE, Phrase.CHOOSE_NONE_OF_THESE)))
        .toList();
  }
}
