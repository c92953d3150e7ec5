package bot.optout.letter;

import bot.optout.letter.WordPatterns.Match;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the answers of companies, in all languages that have words for it. Deterministic, linear in
 * the length of the text, thread-safe. It reads words; it can be wrong, and says when it is unsure.
 */
public final class ReplyReader {
  /** Reads nothing, as no words are known. */
  public static final ReplyReader NONE = new ReplyReader(List.of(), Set.of());

  private static final Set<ReplyKind> GRANTS =
      EnumSet.of(ReplyKind.CONFIRMED, ReplyKind.PARTLY_GRANTED);
  private static final Set<ReplyKind> UNRELATED =
      EnumSet.of(ReplyKind.NEWSLETTER, ReplyKind.PHISHING, ReplyKind.UNDELIVERABLE);

  private final ReplyMail mail;
  private final ReplySentences sentences;
  private final ReplyForce force;
  private final ReplyTerm term;
  private final WordPatterns<ReplyForce.Cue> cues = new WordPatterns<>();
  private final WordPatterns<String> products = new WordPatterns<>();
  private final WordPatterns<Boolean> departments = new WordPatterns<>();
  private final WordPatterns<Boolean> personal = new WordPatterns<>();
  private final Set<String> safeDomains;

  /**
   * A reader.
   *
   * @param safeDomains domains whose links are the companies' own, without "www."
   */
  public ReplyReader(List<ReplyWords> languages, Set<String> safeDomains) {
    this.mail = new ReplyMail(languages.stream().map(ReplyWords::mail).toList());
    this.sentences =
        new ReplySentences(
            languages.stream()
                .flatMap(words -> words.abbreviations().stream())
                .collect(Collectors.toSet()));
    this.force = new ReplyForce(languages);
    this.term = new ReplyTerm(languages);
    this.safeDomains = Set.copyOf(safeDomains);
    for (ReplyWords words : languages) {
      words
          .signs()
          .forEach(
              (sign, wordings) ->
                  wordings.forEach(wording -> cues.add(wording, force.cue(sign, wording))));
      words.products().forEach(products::add);
      departments.addAll(words.departments(), true);
      personal.addAll(words.voids().personal(), true);
    }
  }

  /** What a text says, taken as an answer; of any length, a millisecond or two for a long one. */
  public ReplyReading read(String text) {
    List<ReplySentence> said = sentences.of(mail.read(text).lines());
    ReplyFindings found = findings(said, text);
    return ReplyRule.first(found)
        .map(rule -> reading(rule, found, said))
        .orElseGet(() -> unclear(found));
  }

  /**
   * Whether a text is an answer rather than a question of the person's own: it is a mail passed on,
   * shows a sign in a sentence that is neither a question nor in the first person, or is a trap.
   */
  public boolean looksLikeReply(String text) {
    ReplyMail.Letter letter = mail.read(text);
    List<ReplySentence> said = sentences.of(letter.lines());
    return letter.passedOn()
        || said.stream()
            .filter(sentence -> !sentence.isQuestion())
            .anyMatch(sentence -> speaks(sentence, letter.marked()))
        || ReplyRule.first(findings(said, text))
            .filter(rule -> rule.kind() == ReplyKind.PHISHING)
            .isPresent();
  }

  private ReplyFindings findings(List<ReplySentence> said, String text) {
    ReplyFindings found = findings(said);
    if (ReplyLinks.strange(ReplyMarkup.plain(text), safeDomains)) {
      found.leadsElsewhere();
    }
    return found;
  }

  /** People speak of themselves; machines do so only to say that a message came, or came not. */
  private boolean speaks(ReplySentence sentence, boolean marked) {
    ReplyFindings found = findings(List.of(sentence));
    return found.speaks()
        && (marked
            || personal.in(sentence).isEmpty()
            || found.hasAny(ReplySign.RECEIVED, ReplySign.UNDELIVERABLE));
  }

  private ReplyFindings findings(List<ReplySentence> said) {
    ReplyFindings found = new ReplyFindings();
    for (ReplySentence sentence : said) {
      List<Match<ReplyForce.Cue>> matches = cues.in(sentence);
      if (matches.stream().anyMatch(match -> match.value().sign() == ReplySign.OWN)) {
        found.shows(ReplySign.OWN, sentence, Set.of());
        continue;
      }
      ReplyWeakenings around = force.in(sentence);
      found.names(services(sentence, 0, sentence.size()));
      for (Match<ReplyForce.Cue> match : matches) {
        force
            .of(match, sentence, around)
            .ifPresent(
                sign -> found.shows(sign, sentence, about(match, matches, sentence, around)));
      }
    }
    return found;
  }

  /** The services of the sentence, or of the statement alone where a sentence decides twice. */
  private Set<String> about(
      Match<ReplyForce.Cue> match,
      List<Match<ReplyForce.Cue>> all,
      ReplySentence sentence,
      ReplyWeakenings around) {
    boolean alone = all.stream().allMatch(other -> other.value().sign() == match.value().sign());
    ReplyForce.Clause clause = ReplyForce.Clause.around(match, sentence, around);
    Set<String> near = alone ? Set.of() : services(sentence, clause.start(), clause.end());
    return near.isEmpty() ? services(sentence, 0, sentence.size()) : near;
  }

  private Set<String> services(ReplySentence sentence, int from, int to) {
    List<Match<Boolean>> senders = departments.in(sentence);
    return products.in(sentence).stream()
        .filter(product -> product.start() >= from && product.end() <= to)
        .filter(product -> senders.stream().noneMatch(sender -> sender.start() == product.end()))
        .map(Match::value)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private ReplyReading reading(ReplyRule rule, ReplyFindings found, List<ReplySentence> said) {
    List<ReplyKind> alternatives = rule.alternatives(found);
    boolean granted = GRANTS.contains(rule.kind());
    boolean future = found.has(ReplySign.PAST_STAYS) || found.has(ReplySign.FORWARD);
    Set<String> services = services(rule, found);
    return new ReplyReading(
        rule.kind(),
        alternatives.isEmpty(),
        rule.shownBy().stream()
            .flatMap(sign -> found.sentence(sign).stream())
            .findFirst()
            .map(ReplySentence::quote),
        services,
        except(rule, found, services),
        granted && future,
        rule.kind() == ReplyKind.EXTENDED ? until(found, said) : Optional.empty(),
        rule.kind() == ReplyKind.EXTENDED ? longer(found, said) : Optional.empty(),
        alternatives);
  }

  private static Set<String> services(ReplyRule rule, ReplyFindings found) {
    if (UNRELATED.contains(rule.kind())) {
      return Set.of();
    }
    Set<String> about =
        GRANTS.contains(rule.kind())
            ? found.services(ReplySign.GRANTED)
            : rule.shownBy().stream()
                .map(found::services)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(Set.of());
    if (!about.isEmpty() || found.has(ReplySign.GRANTED_IN_PART)) {
      return about;
    }
    return found.named();
  }

  private static Set<String> except(ReplyRule rule, ReplyFindings found, Set<String> services) {
    if (rule.kind() != ReplyKind.PARTLY_GRANTED) {
      return Set.of();
    }
    Set<String> refused = new HashSet<>(found.services(ReplySign.REFUSED));
    refused.addAll(found.services(ReplySign.UNABLE));
    refused.removeAll(services);
    return refused;
  }

  /** In the sentence that shows the extension, else in any. */
  private Optional<LocalDate> until(ReplyFindings found, List<ReplySentence> said) {
    return found
        .sentence(ReplySign.EXTENDED)
        .flatMap(term::day)
        .or(
            () ->
                said.stream()
                    .flatMap(sentence -> term.day(sentence).stream())
                    .max(LocalDate::compareTo));
  }

  private Optional<Period> longer(ReplyFindings found, List<ReplySentence> said) {
    return until(found, said).isPresent()
        ? Optional.empty()
        : found
            .sentence(ReplySign.EXTENDED)
            .flatMap(term::length)
            .or(
                () ->
                    said.stream().flatMap(sentence -> term.length(sentence).stream()).findFirst());
  }

  private static ReplyReading unclear(ReplyFindings found) {
    return new ReplyReading(
        ReplyKind.UNCLEAR,
        false,
        Optional.empty(),
        found.named(),
        Set.of(),
        false,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
