package bot.optout.conversation;

import bot.optout.letter.LetterKind;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the letter at hand is for. {@code toString} hides the quote.
 *
 * @param kind empty: what a person begins with, an objection or a courtesy request
 * @param id of the case that the letter goes on with; empty: it opens a case of its own
 * @param authority id, for a complaint
 * @param quote a sentence of the company that it answers
 */
public record Errand(
    Optional<LetterKind> kind,
    Optional<String> id,
    Optional<String> authority,
    Optional<String> quote) {
  static final Errand OPENING =
      new Errand(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** A request of its own, beside an objection. */
  static Errand of(LetterKind kind) {
    return new Errand(Optional.of(kind), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Errand about(String id, LetterKind kind) {
    return new Errand(Optional.of(kind), Optional.of(id), Optional.empty(), Optional.empty());
  }

  Errand to(String authorityId) {
    return new Errand(kind, id, Optional.of(authorityId), quote);
  }

  Errand quoting(Optional<String> sentence) {
    return new Errand(kind, id, authority, sentence);
  }

  /** Whether reasons belong into such a letter. */
  boolean takesReasons() {
    return kind.isEmpty();
  }

  /** The names are a stored format. */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    kind.ifPresent(letter -> fields.put("letter", letter.name().toLowerCase(Locale.ROOT)));
    id.ifPresent(known -> fields.put("case", known));
    authority.ifPresent(known -> fields.put("authority", known));
    quote.ifPresent(sentence -> fields.put("quote", sentence));
    return fields;
  }

  static Errand from(Saved saved) {
    return new Errand(
        saved.field("letter").flatMap(Errand::kind),
        saved.field("case"),
        saved.field("authority"),
        saved.field("quote"));
  }

  private static Optional<LetterKind> kind(String name) {
    return Stream.of(LetterKind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  @Override
  public String toString() {
    return "Errand[" + kind.map(LetterKind::name).orElse("opening") + "]";
  }
}
