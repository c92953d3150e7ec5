package bot.optout.letter;

import bot.optout.message.Sheet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A finished letter and where it goes.
 *
 * @param sheet the letter; holds what the person typed
 * @param recipient empty if nobody could verify it; the sheet has a placeholder then
 * @param forms the forms it can be pasted into
 * @param formText what goes into the text field of such a form
 * @param alsoRead entries for the chosen services that this letter does not cover
 * @param term until when an answer is due; empty if none is asked for
 * @param accepted languages the recipient takes, as tags; empty if that is not known
 * @param notes what the person should know, one sentence or two each
 */
public record Letter(
    LetterKind kind,
    Locale language,
    Sheet sheet,
    Optional<Service.Recipient> recipient,
    List<Service.Form> forms,
    Optional<String> formText,
    List<String> alsoRead,
    Optional<Deadline.Rule> term,
    List<String> accepted,
    List<String> notes) {
  public Letter {
    forms = List.copyOf(forms);
    alsoRead = List.copyOf(alsoRead);
    accepted = List.copyOf(accepted);
    notes = List.copyOf(notes);
  }

  /** Whether the recipient takes letters in a language, as far as that is known. */
  public boolean mayBeIn(Locale other) {
    return accepted.isEmpty() || accepted.contains(other.getLanguage());
  }

  /** The whole letter as plain text. */
  public String text() {
    return sheet.text();
  }

  @Override
  public String toString() {
    return "Letter[" + kind + ", " + language + ", " + forms.size() + " forms]";
  }
}
