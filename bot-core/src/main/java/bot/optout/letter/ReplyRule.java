package bot.optout.letter;

import static bot.optout.letter.ReplySign.ANNOUNCED;
import static bot.optout.letter.ReplySign.EXTENDED;
import static bot.optout.letter.ReplySign.GRANTED;
import static bot.optout.letter.ReplySign.GRANTED_IN_PART;
import static bot.optout.letter.ReplySign.IDENTITY;
import static bot.optout.letter.ReplySign.LURE;
import static bot.optout.letter.ReplySign.MORE;
import static bot.optout.letter.ReplySign.NEWSLETTER;
import static bot.optout.letter.ReplySign.NOTHING_FOUND;
import static bot.optout.letter.ReplySign.PAST_STAYS;
import static bot.optout.letter.ReplySign.RECEIVED;
import static bot.optout.letter.ReplySign.REFUSED;
import static bot.optout.letter.ReplySign.SECRET;
import static bot.optout.letter.ReplySign.THREAT;
import static bot.optout.letter.ReplySign.UNABLE;
import static bot.optout.letter.ReplySign.UNDELIVERABLE;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * When an answer is of a kind. The first rule that holds decides, so the order is the precedence:
 * danger first, then what contradicts a confirmation, the confirmation, and what decides nothing.
 *
 * @param shownBy the signs that show it, the best first
 * @param explains signs that do not speak against it
 */
record ReplyRule(
    ReplyKind kind,
    Predicate<ReplyFindings> holds,
    List<ReplySign> shownBy,
    Set<ReplySign> explains) {

  static final List<ReplyRule> IN_ORDER =
      List.of(
          rule(
              ReplyKind.PHISHING,
              found ->
                  found.has(SECRET)
                      || (found.hasStrangeLink() && found.hasAny(LURE, THREAT))
                      || (found.has(LURE) && found.has(THREAT)),
              List.of(SECRET, LURE, THREAT),
              ReplySign.values()),
          rule(
              ReplyKind.UNDELIVERABLE,
              found -> found.has(UNDELIVERABLE) && !found.hasAny(GRANTED, REFUSED, IDENTITY),
              List.of(UNDELIVERABLE),
              ReplySign.values()),
          rule(
              ReplyKind.PARTLY_GRANTED,
              found -> found.has(GRANTED_IN_PART),
              List.of(GRANTED_IN_PART),
              GRANTED,
              REFUSED,
              UNABLE),
          rule(
              ReplyKind.PARTLY_GRANTED,
              found -> found.has(GRANTED) && found.has(PAST_STAYS),
              List.of(PAST_STAYS),
              GRANTED,
              REFUSED,
              UNABLE),
          rule(
              ReplyKind.PARTLY_GRANTED,
              found -> found.has(GRANTED) && differ(found),
              List.of(REFUSED, UNABLE, GRANTED),
              GRANTED,
              REFUSED,
              UNABLE),
          rule(ReplyKind.REFUSED, found -> found.has(REFUSED), List.of(REFUSED), UNABLE),
          rule(
              ReplyKind.ID_DEMANDED, found -> found.has(IDENTITY), List.of(IDENTITY), MORE, UNABLE),
          rule(
              ReplyKind.NO_DATA_FOUND,
              found -> found.has(NOTHING_FOUND),
              List.of(NOTHING_FOUND),
              MORE,
              UNABLE),
          rule(ReplyKind.ASKS_FOR_MORE, found -> found.has(MORE), List.of(MORE), UNABLE),
          rule(
              ReplyKind.PARTLY_GRANTED,
              found -> found.has(GRANTED) && found.has(UNABLE),
              List.of(UNABLE)),
          rule(ReplyKind.CONFIRMED, found -> found.has(GRANTED), List.of(GRANTED)),
          rule(ReplyKind.EXTENDED, found -> found.has(EXTENDED), List.of(EXTENDED), UNABLE),
          rule(ReplyKind.REFUSED, found -> found.has(UNABLE), List.of(UNABLE)),
          rule(ReplyKind.AUTOMATIC_RECEIPT, found -> found.has(RECEIVED), List.of(RECEIVED)),
          rule(ReplyKind.ANNOUNCEMENT, found -> found.has(ANNOUNCED), List.of(ANNOUNCED)),
          rule(ReplyKind.NEWSLETTER, found -> found.has(NEWSLETTER), List.of(NEWSLETTER)));

  /** What decides nothing never speaks against a decision. */
  private static final Set<ReplySign> HARMLESS =
      EnumSet.of(RECEIVED, ANNOUNCED, NEWSLETTER, UNDELIVERABLE);

  ReplyRule {
    shownBy = List.copyOf(shownBy);
    explains = Set.copyOf(explains);
  }

  static Optional<ReplyRule> first(ReplyFindings found) {
    return IN_ORDER.stream().filter(rule -> rule.holds().test(found)).findFirst();
  }

  private static ReplyRule rule(
      ReplyKind kind,
      Predicate<ReplyFindings> holds,
      List<ReplySign> shownBy,
      ReplySign... explains) {
    return new ReplyRule(kind, holds, shownBy, Set.of(explains));
  }

  /** Whether something is refused for another service than it is granted for. */
  private static boolean differ(ReplyFindings found) {
    Set<String> granted = found.services(GRANTED);
    return List.of(REFUSED, UNABLE).stream()
        .map(found::services)
        .anyMatch(refused -> !refused.isEmpty() && !granted.containsAll(refused));
  }

  /** What else the answer may be by its other signs. */
  List<ReplyKind> alternatives(ReplyFindings found) {
    return found.signs().stream()
        .filter(sign -> !explains.contains(sign) && !HARMLESS.contains(sign))
        .sorted()
        .flatMap(sign -> sign.kind().stream())
        .filter(other -> other != kind)
        .distinct()
        .limit(3)
        .toList();
  }
}
