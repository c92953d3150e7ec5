package bot.optout.content;

import java.net.URI;
import java.net.URISyntaxException;

/** What may become a link. */
final class Links {
  private Links() {}

  static boolean isWeb(String text) {
    try {
      URI uri = new URI(text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web && uri.getHost() != null;
    } catch (URISyntaxException wrong) {
      return false;
    }
  }

  static boolean isSecure(String text) {
    return isWeb(text) && text.startsWith("https://");
  }
}
