package bot.optout.letter;

import bot.optout.letter.WordPatterns.Match;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a wording means what it says where it stands: "we will honor your objection" means
 * nothing after "not", "if", "whether" or "you want us to".
 */
final class ReplyForce {
  /** An exception may follow so many words after what it takes back. */
  private static final int REACH_OF_A_CONDITION = 6;

  private static final Set<ReplySign> DECISIONS =
      EnumSet.of(
          ReplySign.GRANTED,
          ReplySign.GRANTED_IN_PART,
          ReplySign.FORWARD,
          ReplySign.REFUSED,
          ReplySign.UNABLE,
          ReplySign.EXTENDED,
          ReplySign.IDENTITY,
          ReplySign.MORE,
          ReplySign.NOTHING_FOUND);
  private static final Set<ReplySign> GRANTS =
      EnumSet.of(ReplySign.GRANTED, ReplySign.GRANTED_IN_PART);
  private static final Set<ReplySign> ASKED_FOR =
      EnumSet.of(ReplySign.IDENTITY, ReplySign.MORE, ReplySign.NOTHING_FOUND);

  /** What takes force. */
  enum Weakening {
    NEGATION,
    IF,
    UNLESS,
    HEDGE,
    REPORTED,
    NEEDLESS,
    BREAK,
    BREAK_AFTER_COMMA,
    JOINT,
    RELATIVE
  }

  /**
   * A wording of a sign.
   *
   * @param own what would take force, but belongs to the wording: "not" in "will not be used"
   */
  record Cue(ReplySign sign, Set<Weakening> own) {
    Cue {
      own = Set.copyOf(own);
    }
  }

  private final WordPatterns<Weakening> voids = new WordPatterns<>();

  ReplyForce(List<ReplyWords> languages) {
    for (ReplyWords words : languages) {
      ReplyWords.Voids in = words.voids();
      voids.addAll(in.negations(), Weakening.NEGATION);
      voids.addAll(in.ifs(), Weakening.IF);
      voids.addAll(in.unlesses(), Weakening.UNLESS);
      voids.addAll(in.hedges(), Weakening.HEDGE);
      voids.addAll(in.reported(), Weakening.REPORTED);
      voids.addAll(in.needless(), Weakening.NEEDLESS);
      voids.addAll(in.breaks(), Weakening.BREAK);
      voids.addAll(in.afterComma(), Weakening.BREAK_AFTER_COMMA);
      voids.addAll(in.joints(), Weakening.JOINT);
      voids.addAll(in.relatives(), Weakening.RELATIVE);
    }
  }

  Cue cue(ReplySign sign, WordPattern wording) {
    return new Cue(
        sign, voids.in(wording.words()).stream().map(Match::value).collect(Collectors.toSet()));
  }

  /** What takes force in a sentence, wherever it stands. */
  ReplyWeakenings in(ReplySentence sentence) {
    return new ReplyWeakenings(voids.in(sentence), sentence.size());
  }

  /** What a wording shows where it stands; empty if nothing. */
  Optional<ReplySign> of(Match<Cue> match, ReplySentence sentence, ReplyWeakenings around) {
    ReplySign sign = match.value().sign();
    if (!DECISIONS.contains(sign)) {
      return Optional.of(sign);
    }
    Clause clause = Clause.around(match, sentence, around);
    if (GRANTS.contains(sign)) {
      return ofGrant(sign, match, sentence, around, clause);
    }
    boolean hedged = clause.has(Weakening.HEDGE, around, match, true);
    boolean open =
        conditional(match, sentence, around, Weakening.IF)
            || (sign == ReplySign.REFUSED && before(match, around, Weakening.UNLESS));
    boolean needless =
        ASKED_FOR.contains(sign) && clause.has(Weakening.NEEDLESS, around, match, true);
    boolean asked = sentence.isQuestion() && !ASKED_FOR.contains(sign);
    return hedged || open || needless || asked ? Optional.empty() : Optional.of(sign);
  }

  private static Optional<ReplySign> ofGrant(
      ReplySign sign,
      Match<Cue> match,
      ReplySentence sentence,
      ReplyWeakenings around,
      Clause clause) {
    if (conditional(match, sentence, around, Weakening.IF)
        || conditional(match, sentence, around, Weakening.UNLESS)) {
      return Optional.of(ReplySign.ANNOUNCED);
    }
    if (sentence.isQuestion()
        || clause.has(Weakening.HEDGE, around, match, true)
        || before(match, around, Weakening.REPORTED)) {
      return Optional.empty();
    }
    return Optional.of(
        clause.has(Weakening.NEGATION, around, match, false) ? ReplySign.UNABLE : sign);
  }

  /** A condition anywhere before, or soon after in the same statement. */
  private static boolean conditional(
      Match<Cue> match, ReplySentence sentence, ReplyWeakenings around, Weakening kind) {
    int last = match.end() + REACH_OF_A_CONDITION;
    return around.of(kind).stream()
        .filter(found -> !within(found, match))
        .anyMatch(
            found ->
                found.start() < match.end()
                    ? !cutBetween(sentence, found.start(), match.start())
                    : found.start() <= last
                        && !cutBetween(sentence, match.end() - 1, found.start())
                        && !breakBetween(around, match.end(), found.start()));
  }

  /** Whether it is a part of the wording, and not only stands in a gap of it. */
  private static boolean within(Match<Weakening> found, Match<Cue> match) {
    return found.start() >= match.start()
        && found.end() <= match.end()
        && match.value().own().contains(found.value());
  }

  private static boolean before(Match<Cue> match, ReplyWeakenings around, Weakening kind) {
    return around.of(kind).stream().anyMatch(found -> found.start() < match.start());
  }

  private static boolean breakBetween(ReplyWeakenings around, int from, int to) {
    return around.of(Weakening.BREAK).stream()
        .anyMatch(found -> found.start() >= from && found.start() < to);
  }

  private static boolean cutBetween(ReplySentence sentence, int from, int to) {
    for (int at = from + 1; at <= to; at++) {
      if (sentence.cut(at)) {
        return true;
      }
    }
    return false;
  }

  /** The words around a wording that belong to the same statement. */
  record Clause(int start, int end) {
    static Clause around(Match<Cue> match, ReplySentence sentence, ReplyWeakenings around) {
      int start = match.start();
      while (start > 0 && !begins(sentence, start, around)) {
        start--;
      }
      int end = match.end();
      while (end < sentence.size() && !ends(sentence, end, around)) {
        end++;
      }
      return new Clause(start, end);
    }

    /** After the wording a statement is over sooner: at any comma, unless a relative follows. */
    private static boolean ends(ReplySentence sentence, int at, ReplyWeakenings around) {
      return begins(sentence, at, around)
          || around.begins(Weakening.JOINT, at)
          || (sentence.comma(at) && !around.begins(Weakening.RELATIVE, at));
    }

    private static boolean begins(ReplySentence sentence, int at, ReplyWeakenings around) {
      return sentence.cut(at)
          || around.begins(Weakening.BREAK, at)
          || (sentence.comma(at) && around.begins(Weakening.BREAK_AFTER_COMMA, at));
    }

    boolean has(Weakening kind, ReplyWeakenings around, Match<Cue> match, boolean beforeOnly) {
      return around.of(kind).stream()
          .filter(found -> !within(found, match))
          .anyMatch(
              found -> found.start() >= start && found.start() < (beforeOnly ? match.end() : end));
    }
  }
}
