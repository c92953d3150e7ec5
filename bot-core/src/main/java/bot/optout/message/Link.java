package bot.optout.message;

import java.util.Optional;

/** A title, and an address where one is known; only addresses from the content files are used. */
public record Link(String title, Optional<String> url) {
  String plainText() {
    return "- " + title + url.map(address -> "\n  " + address).orElse("");
  }

  @Override
  public String toString() {
    return "Link";
  }
}
