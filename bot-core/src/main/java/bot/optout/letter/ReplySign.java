package bot.optout.letter;

import java.util.Locale;
import java.util.Optional;

/**
 * What a sentence of an answer can show. The wordings stand in {@code replies.yaml} of each
 * language, under the sign's name in lower case.
 */
public enum ReplySign {
  /** The objection is honoured. Void when negated, conditional, hedged or asked. */
  GRANTED(ReplyKind.CONFIRMED),
  GRANTED_IN_PART(ReplyKind.PARTLY_GRANTED),
  /** Old data stay where they are. */
  PAST_STAYS,
  /** "Applied going forward": says nothing about old data. */
  FORWARD,
  REFUSED(ReplyKind.REFUSED),
  /** Not possible, not accepted: a refusal, unless something is asked for. */
  UNABLE(ReplyKind.REFUSED),
  IDENTITY(ReplyKind.ID_DEMANDED),
  MORE(ReplyKind.ASKS_FOR_MORE),
  NOTHING_FOUND(ReplyKind.NO_DATA_FOUND),
  EXTENDED(ReplyKind.EXTENDED),
  RECEIVED(ReplyKind.AUTOMATIC_RECEIPT),
  UNDELIVERABLE(ReplyKind.UNDELIVERABLE),
  NEWSLETTER(ReplyKind.NEWSLETTER),
  /** What the law or the company offers in general. */
  ANNOUNCED(ReplyKind.ANNOUNCEMENT),
  /** Wants a password, a code, money or bank details. */
  SECRET(ReplyKind.PHISHING),
  /** Wants the person to click, log in or verify. */
  LURE,
  /** Threatens with a lock, or with very little time. */
  THREAT,
  /** Words of the person's own letter. */
  OWN;

  @SuppressWarnings("ImmutableEnumChecker") // Optional of an enum is immutable.
  private final Optional<ReplyKind> kind;

  ReplySign() {
    this.kind = Optional.empty();
  }

  ReplySign(ReplyKind kind) {
    this.kind = Optional.of(kind);
  }

  /** Its name in the content. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind that this sign alone speaks for; empty for signs that only add to others. */
  Optional<ReplyKind> kind() {
    return kind;
  }
}
