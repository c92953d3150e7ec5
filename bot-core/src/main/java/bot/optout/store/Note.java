package bot.optout.store;

import java.util.Optional;
import java.util.regex.Pattern;

/** What the people who run the bot may learn from a turn. */
public sealed interface Note {

  /**
   * Adds one to today's counter (UTC) of that kind and subject. Knows no person and no text.
   *
   * @param kind such as {@code up}, {@code down}, {@code down:wrong}, {@code link}, {@code pick},
   *     {@code unknown}, {@code out_of_scope}
   * @param subject the id of an entry, the address of a link of the content, or empty; never what a
   *     person wrote
   */
  record Count(String kind, String subject) implements Note {
    private static final Pattern KIND = Pattern.compile("[a-z_]{1,30}(:[a-z_-]{1,30})?");
    private static final Pattern SUBJECT = Pattern.compile("\\S{0,1000}");

    public Count {
      if (!KIND.matcher(kind).matches() || !SUBJECT.matcher(subject).matches()) {
        throw new IllegalArgumentException("a counter is named by ids of the content");
      }
    }

    public Count(String kind) {
      this(kind, "");
    }
  }

  /**
   * A question that the person allowed the operator to see; kept for 30 days, or until they want to
   * be forgotten.
   *
   * @param text scrubbed, whatever was given
   * @param language tag of the language they wrote in
   * @param meant the id of the entry they meant, if they picked one
   */
  record Question(String text, String language, Optional<String> meant) implements Note {
    public Question {
      text = Scrub.text(text);
    }

    /** One that had no answer. */
    public Question(String text, String language) {
      this(text, language, Optional.empty());
    }

    @Override
    public String toString() {
      return "Question[" + language + "]";
    }
  }
}
