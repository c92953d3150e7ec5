package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.letter.LetterKind;
import bot.optout.letter.ReplyKind;
import bot.optout.message.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The buttons of cases. Each names its case, so that it means the same under an old message; ids
 * are a format that stands in people's chats for months.
 */
final class CaseWays {
  static final String CASES = "cases";
  static final String CASE = "case:";
  static final String SENT_TODAY = "sent:today";
  static final String SENT_OTHER = "sent:day";
  static final String SENT_LATER = "sent:later";
  static final String SENT_NEVER = "sent:never";
  static final String ANSWERED = "answered";
  static final String MARK = "mark";
  static final String WRITE = "write:";

  /** Whatever is next for a case. */
  static final String NEXT = "next";

  static final String COMPLAIN = "complain";
  static final String SNOOZE = "snooze";
  static final String QUIET = "quiet";
  static final String REMIND = "remind";
  static final String DATES = "dates";
  static final String DAY_SENT = "day:sent";
  static final String DAY_RECEIVED = "day:received";
  static final String MORE = "more";
  static final String EVIDENCE = "evidence";
  static final String UNKEEP = "unkeep";
  static final String CLOSE = "close";
  static final String REOPEN = "reopen";
  static final String DELETE = "delete";

  private CaseWays() {}

  static Choice of(Case one, String what, Phrase label, Scene scene) {
    return Ways.of(scene, id(one, what), label);
  }

  static String id(Case one, String what) {
    return CASE + one.id() + (what.isEmpty() ? "" : ":" + what);
  }

  /** To the case itself, under its name. */
  static Choice open(Case one, Scene scene) {
    return new Choice(id(one, ""), Ways.shortened(CaseWords.name(one, scene)));
  }

  static Choice write(Case one, LetterKind letter, Scene scene) {
    return new Choice(
        id(one, WRITE + letter.name().toLowerCase(Locale.ROOT)),
        scene.say(CaseWords.writing(letter)));
  }

  static Optional<LetterKind> letter(String what) {
    return Stream.of(LetterKind.values())
        .filter(kind -> what.equals(WRITE + kind.name().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  static Choice mark(Case one, ReplyKind reply, Scene scene) {
    return new Choice(
        id(one, MARK + ":" + reply.name().toLowerCase(Locale.ROOT)),
        Ways.shortened(scene.say(CaseWords.outcome(reply))));
  }

  static Optional<ReplyKind> marked(String what) {
    return Stream.of(ReplyKind.values())
        .filter(kind -> what.equals(MARK + ":" + kind.name().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  static List<Choice> elsewhere(Scene scene) {
    return scene.cases().isEmpty()
        ? Ways.menu(scene)
        : List.of(
            Ways.of(scene, CASES, Phrase.CHOOSE_CASES),
            Ways.of(scene, Signposts.DRAFT, Phrase.CHOOSE_DRAFT));
  }

  /** What is not needed every day. */
  static List<Choice> more(Case one, Scene scene) {
    List<Choice> ways = new ArrayList<>();
    CaseLetters.beside(one, scene).forEach(kind -> ways.add(write(one, kind, scene)));
    ways.add(of(one, EVIDENCE, Phrase.CHOOSE_EVIDENCE, scene));
    if (one.kept().isPresent()) {
      ways.add(of(one, UNKEEP, Phrase.CHOOSE_UNKEEP, scene));
    }
    ways.add(
        one.reminders()
            ? of(one, QUIET, Phrase.CHOOSE_QUIET, scene)
            : of(one, REMIND, Phrase.CHOOSE_REMIND, scene));
    if (!one.isClosed()) {
      ways.add(of(one, CLOSE, Phrase.CHOOSE_CLOSE, scene));
    }
    ways.add(of(one, DELETE, Phrase.CHOOSE_DELETE_CASE, scene));
    ways.add(of(one, "", Phrase.CHOOSE_BACK_TO_CASE, scene));
    return ways;
  }
}
