package bot.optout.letter;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service people have an account with, such as Instagram.
 *
 * @param recipients who answers for it and where to write, by jurisdiction; unverified ones are
 *     left out
 * @param forms the company's own forms; only ones with a known address
 * @param route the entry to show where no letter is right for this service; empty where one is
 * @param alsoRead an entry that helps besides the letter
 */
public record Service(
    String id,
    String name,
    Map<String, Recipient> recipients,
    List<Form> forms,
    Optional<String> route,
    Optional<String> alsoRead) {
  public Service {
    recipients = Map.copyOf(recipients);
    forms = List.copyOf(forms);
  }

  /** What a form asks for. */
  public enum Field {
    EMAIL,
    /** How the processing affects the person; free text. */
    EXPLANATION
  }

  /**
   * Who a letter goes to.
   *
   * @param company its full name
   * @param shortName what people call it
   * @param address by post, in lines
   */
  public record Recipient(String company, String shortName, List<String> address) {
    public Recipient {
      address = List.copyOf(address);
    }
  }

  /**
   * A form of the company.
   *
   * @param purpose as in the content, for example {@code own_data_ai}
   * @param login whether it opens only for people who are logged in
   * @param jurisdictions codes, or {@code ALL}
   * @param asks its fields, in its order, as far as they are known
   */
  public record Form(
      String purpose,
      String title,
      String url,
      boolean login,
      List<String> jurisdictions,
      List<Field> asks) {
    public Form {
      jurisdictions = List.copyOf(jurisdictions);
      asks = List.copyOf(asks);
    }

    Form titled(String other) {
      return new Form(purpose, other, url, login, jurisdictions, asks);
    }

    /** Whether it is made for objections to AI; others only take whatever concerns privacy. */
    public boolean takesObjections() {
      return purpose.equals("own_data_ai") || purpose.equals("third_party_information");
    }

    public boolean holdsIn(String jurisdiction) {
      return jurisdictions.contains(jurisdiction) || jurisdictions.contains("ALL");
    }
  }

  public Optional<Form> form(String purpose, String jurisdiction) {
    return forms.stream()
        .filter(form -> form.purpose().equals(purpose) && form.holdsIn(jurisdiction))
        .findFirst();
  }
}
