package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.cases.CaseEntry;
import bot.optout.cases.Kept;
import bot.optout.letter.Authority;
import bot.optout.letter.Deadline;
import bot.optout.letter.Detail;
import bot.optout.letter.Draft;
import bot.optout.letter.History;
import bot.optout.letter.HistoryEntry;
import bot.optout.letter.LetterKind;
import bot.optout.letter.LetterOrder;
import bot.optout.letter.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The letters of a case: which are possible, their terms, and how one is begun. */
final class CaseLetters {
  private CaseLetters() {}

  /** The term of a letter; empty if no answer is to be waited for. */
  static Optional<Deadline.Rule> rule(Case one, LetterKind kind, Scene scene) {
    return kind == LetterKind.COMPLAINT
        ? Optional.empty()
        : scene.script().letters().jurisdiction(one.place()).map(law -> law.letters().term(kind));
  }

  /** Whether the facts carry such a letter where the case is. */
  static boolean possible(Case one, LetterKind kind, Scene scene) {
    return scene.script().letters().kinds(one.place()).contains(kind);
  }

  /** What can be asked beside what was asked, and taking it back. */
  static List<LetterKind> beside(Case one, Scene scene) {
    return Stream.of(LetterKind.ACCESS, LetterKind.ERASURE, LetterKind.WITHDRAWAL)
        .filter(kind -> kind != one.asks())
        .filter(kind -> kind != LetterKind.WITHDRAWAL || mayWithdraw(one))
        .filter(kind -> possible(one, kind, scene))
        .toList();
  }

  private static boolean mayWithdraw(Case one) {
    return one.sent().isPresent()
        && !one.isClosed()
        && (one.asks() == LetterKind.OBJECTION || one.asks() == LetterKind.COURTESY);
  }

  static Transition begin(Case one, LetterKind kind, Optional<String> authority, Scene scene) {
    Errand errand = kind.opens() ? Errand.of(kind) : Errand.about(one.id(), kind);
    return begin(one, authority.map(errand::to).orElse(errand), scene);
  }

  /** Nothing is asked: what is not kept with the case becomes a placeholder, and can be filled. */
  static Transition begin(Case one, Errand errand, Scene scene) {
    LetterKind kind = errand.kind().orElse(one.asks());
    Reviewing review = new Reviewing(draft(one), Optional.empty(), errand);
    if (!possible(one, kind, scene) || review.written(scene).isEmpty()) {
      return new OnCase(one.id())
          .enter(
              scene,
              scene.say(
                  Phrase.LETTER_NOT_POSSIBLE,
                  Map.of(
                      "letter", CaseWords.letter(kind, scene),
                      "place", scene.script().letters().placeName(one.place()))));
    }
    return review.enter(
        scene,
        scene.say(
            Phrase.LETTER_BEGUN, "letter", CaseWords.capitalised(CaseWords.letter(kind, scene))));
  }

  private static Draft draft(Case one) {
    Draft kept =
        one.kept()
            .map(Kept::details)
            .map(fields -> DraftFormat.draft(new Saved(Drafting.TAG, 1, fields)))
            .orElse(Draft.EMPTY);
    Draft about = kept.livingIn(one.place()).about(one.services());
    Draft reasoned =
        about.reason() instanceof Reason.Open ? about.because(new Reason.None()) : about;
    Draft named = reasoned.name().isPresent() ? reasoned : reasoned.named(Detail.PLACEHOLDER);
    Draft reached = named.email().isPresent() ? named : named.reachedAt(Detail.PLACEHOLDER);
    return reached.account().isPresent() ? reached : reached.withAccount(Detail.PLACEHOLDER);
  }

  /** What to write for an errand, with the story of its case. */
  static LetterOrder order(Draft draft, Errand errand, Scene scene) {
    LetterKind kind =
        errand.kind().orElseGet(() -> scene.script().letters().opening(draft.place().orElse("")));
    Optional<Case> one = errand.id().flatMap(scene::followed);
    History history = one.map(known -> history(known, errand, scene)).orElse(History.EMPTY);
    LetterOrder order = new LetterOrder(kind, draft, history);
    return errand
        .authority()
        .flatMap(id -> authority(id, draft, scene))
        .map(order::to)
        .orElse(order);
  }

  private static Optional<Authority> authority(String id, Draft draft, Scene scene) {
    return draft
        .place()
        .flatMap(
            place ->
                scene.script().letters().authorities(place, Optional.empty()).stream()
                    .filter(authority -> authority.id().equals(id))
                    .findFirst());
  }

  private static History history(Case one, Errand errand, Scene scene) {
    return new History(
        one.sent(),
        one.answered(),
        one.lawfulEnd(rule(one, one.asks(), scene)),
        errand.quote().or(() -> lastQuote(one)),
        Optional.empty(),
        one.timeline().stream().filter(CaseLetters::counts).map(it -> told(it, scene)).toList(),
        one.timeline().stream()
            .filter(entry -> entry.what() == CaseEntry.What.SENT)
            .map(entry -> enclosure(entry, scene))
            .toList());
  }

  private static Optional<String> lastQuote(Case one) {
    List<Kept.Quote> quotes = one.kept().map(Kept::quotes).orElse(List.of());
    return quotes.isEmpty() ? Optional.empty() : Optional.of(quotes.get(quotes.size() - 1).text());
  }

  /** What an authority wants to know; drafts are nobody's business. */
  private static boolean counts(CaseEntry entry) {
    return switch (entry.what()) {
      case SENT, ANSWERED, EXTENDED -> true;
      case WRITTEN, CLOSED, REOPENED -> false;
    };
  }

  private static HistoryEntry told(CaseEntry entry, Scene scene) {
    return new HistoryEntry(entry.day(), CaseWords.entry(entry, scene));
  }

  private static String enclosure(CaseEntry entry, Scene scene) {
    return scene.say(
        Phrase.ENCLOSURE,
        Map.of(
            "letter",
                entry
                    .letter()
                    .map(kind -> CaseWords.capitalised(CaseWords.letter(kind, scene)))
                    .orElse(""),
            "date", scene.date(entry.day())));
  }

  /** A case for a letter that opens one; its id comes from the moment and is never used again. */
  static Case open(
      Draft draft, LetterKind asks, String company, List<String> services, Scene scene) {
    return Case.open(
        freshId(scene), scene.today(), draft.place().orElse(""), services, company, asks);
  }

  private static String freshId(Scene scene) {
    long second = scene.now().getEpochSecond();
    while (scene.followed(Long.toString(second, 36)).isPresent()) {
      second++;
    }
    return Long.toString(second, 36);
  }
}
