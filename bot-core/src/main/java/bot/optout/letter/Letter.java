package bot.optout.letter;

import java.util.List;

/**
 * A finished text and where it goes.
 *
 * @param text ready to copy; holds what the person typed
 * @param recipient name and address, in lines
 * @param forms the company's forms it can be pasted into
 * @param alsoRead entries for the chosen services that this letter does not cover
 */
public record Letter(
    String text, Service.Recipient recipient, List<Service.Form> forms, List<String> alsoRead) {
  public Letter {
    forms = List.copyOf(forms);
    alsoRead = List.copyOf(alsoRead);
  }

  @Override
  public String toString() {
    return "Letter[" + forms.size() + " forms]";
  }
}
