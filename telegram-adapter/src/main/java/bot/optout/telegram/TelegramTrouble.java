package bot.optout.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a call ended when it did not end well. It carries neither a cause nor an address, since both
 * would hold the token or what a person wrote.
 */
final class TelegramTrouble extends IOException {
  enum Kind {
    /** No connection: the request never left. */
    NOT_SENT,
    /** The request left, and no readable answer came. */
    NO_ANSWER,
    /** Telegram, or something in front of it, said no. */
    REFUSED
  }

  private static final Pattern FIRST_WORDS =
      Pattern.compile("(?:[A-Za-z ]+: )?([A-Za-z_][A-Za-z_' -]{0,59})");

  private final Kind kind;
  private final int code;
  private final String description;
  private final Optional<Duration> retryAfter;
  private final OptionalLong migratedTo;

  private TelegramTrouble(
      Kind kind,
      int code,
      String description,
      Optional<Duration> retryAfter,
      OptionalLong migratedTo) {
    super(kind + " " + code);
    this.kind = kind;
    this.code = code;
    this.description = description;
    this.retryAfter = retryAfter;
    this.migratedTo = migratedTo;
  }

  static TelegramTrouble notSent(Throwable cause) {
    return new TelegramTrouble(
        Kind.NOT_SENT, 0, cause.getClass().getSimpleName(), Optional.empty(), OptionalLong.empty());
  }

  static TelegramTrouble noAnswer(String why) {
    return new TelegramTrouble(Kind.NO_ANSWER, 0, why, Optional.empty(), OptionalLong.empty());
  }

  static TelegramTrouble refused(int status) {
    return new TelegramTrouble(Kind.REFUSED, status, "", Optional.empty(), OptionalLong.empty());
  }

  /**
   * @param answer the Bot API's own error object
   */
  static TelegramTrouble refused(int status, JsonNode answer) {
    JsonNode parameters = answer.path("parameters");
    JsonNode wait = parameters.path("retry_after");
    JsonNode moved = parameters.path("migrate_to_chat_id");
    return new TelegramTrouble(
        Kind.REFUSED,
        answer.path("error_code").asInt(status),
        answer.path("description").asText(""),
        wait.isNumber() ? Optional.of(Duration.ofSeconds(wait.asLong())) : Optional.empty(),
        moved.isIntegralNumber() ? OptionalLong.of(moved.asLong()) : OptionalLong.empty());
  }

  Kind kind() {
    return kind;
  }

  /** The Bot API's error code, else the HTTP status, else 0. */
  int code() {
    return code;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  OptionalLong migratedTo() {
    return migratedTo;
  }

  /**
   * Whether Telegram's description contains one of these words; they are compared in lower case.
   */
  boolean says(String... words) {
    String said = description.toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (said.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Fit for a log: the beginning of a description, before it quotes from the message. */
  String reason() {
    Matcher words = FIRST_WORDS.matcher(description);
    String name = kind == Kind.REFUSED ? "refused " + code : kind.name().toLowerCase(Locale.ROOT);
    return words.lookingAt() ? name + " (" + words.group(1).strip() + ")" : name;
  }
}
