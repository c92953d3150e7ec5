package bot.optout.conversation;

import bot.optout.knowledge.Entry;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * Everything around an event, looked up beforehand so that deciding is pure.
 *
 * @param today where the person lives, as far as known
 * @param alone whether nobody else reads the answer
 * @param stored what is kept about the person
 */
public record Scene(
    Script script,
    HouseRules rules,
    Context context,
    LocalDate today,
    boolean alone,
    Stored stored) {
  String say(Phrase phrase) {
    return script.phrases().say(phrase);
  }

  String say(Phrase phrase, String slot, Object value) {
    return script.phrases().say(phrase, slot, value);
  }

  String say(Phrase phrase, Map<String, ?> slots) {
    return script.phrases().say(phrase, slots);
  }

  String date(LocalDate day) {
    return dateFormat().format(day);
  }

  DateTimeFormatter dateFormat() {
    return DateTimeFormatter.ofPattern(say(Phrase.DATE_PATTERN), script.language());
  }

  Optional<Entry> entry(String id) {
    return script.knowledge().entry(id);
  }

  public Scene remembering(Context other) {
    return new Scene(script, rules, other, today, alone, stored);
  }
}
