package bot.optout.letter;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the facts carry about letters under one law.
 *
 * @param kinds the letters that can be written
 * @param terms how long the company has, by the letter that begins the term; others have none
 * @param requests ids of what an objection asks for
 * @param accepts languages the recipient takes, as tags
 */
public record LetterRules(
    Set<LetterKind> kinds,
    Map<LetterKind, Deadline.Rule> terms,
    List<String> requests,
    List<String> accepts) {
  public LetterRules {
    kinds = kinds.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    terms = Map.copyOf(terms);
    requests = List.copyOf(requests);
    accepts = List.copyOf(accepts);
  }

  /** An objection where it binds the company, a polite request where it does not. */
  public LetterKind opening() {
    return kinds.contains(LetterKind.OBJECTION) ? LetterKind.OBJECTION : LetterKind.COURTESY;
  }

  /** By the law; where it sets none, none for an opening and two weeks for what follows it. */
  public Deadline.Rule term(LetterKind kind) {
    return terms.getOrDefault(kind, kind.opens() ? Deadline.Rule.NONE : Deadline.Rule.TWO_WEEKS);
  }
}
