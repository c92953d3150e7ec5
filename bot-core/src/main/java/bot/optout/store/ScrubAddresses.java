package bot.optout.store;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;

/** Where somebody can be reached: mail, profiles, handles, links. */
final class ScrubAddresses {
  private static final String EMAIL = "[email]";
  private static final String HANDLE = "[handle]";

  /** What people ask about; their bare names tell nothing. */
  private static final Set<String> PUBLIC_SITES =
      Set.of(
          "facebook.com",
          "instagram.com",
          "whatsapp.com",
          "threads.net",
          "threads.com",
          "messenger.com",
          "meta.com",
          "meta.ai",
          "noyb.eu");

  static final List<ScrubRule> RULES =
      List.of(
          ScrubRule.of("<(?:mailto|tel):[^>]{1,200}>", EMAIL),
          ScrubRule.of("<[@#!][^>]{1,100}>", HANDLE),
          ScrubRule.of("\\b[a-z][a-z0-9+.-]{1,15}://\\S{1,2000}", ScrubAddresses::link),
          ScrubRule.of("(?:mailto:)?[\\w.%+'-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){0,6}", EMAIL),
          // "anna at example dot org", "anna (at) example.org"
          ScrubRule.of(
              "[\\w.+-]{1,64}"
                  + spelt("at|ät|@")
                  + "[\\w-]{1,63}(?:"
                  + "(?:"
                  + spelt("dot|punkt")
                  + "|\\.)[\\w-]{2,63}){1,4}\\b",
              EMAIL),
          ScrubRule.of("[\\w.+-]{1,64} @ ?[\\w-]{1,63}\\.[a-z]{2,24}\\b", EMAIL),
          ScrubRule.of("@ ?[\\w.][\\w.-]{1,63}", HANDLE),
          ScrubRule.of(
              "\\b(?:[\\w-]{1,63}\\.){1,5}[a-z]{2,24}(?::\\d{1,5})?/\\S{1,2000}",
              ScrubAddresses::link),
          ScrubRule.of(
              "\\b((?:user ?name|nick ?name|handle|account name|benutzername|nutzername|insta|ig|"
                  + "telegram|snapchat|discord)(?: (?:is|ist|lautet)|:| :|=) ?)[\\w.-]{2,64}",
              match -> match.group(1) + HANDLE),
          ScrubRule.of(
              "\\b((?:my|mein(?:e|er|en)?) (?:[\\w-]{1,20} )?(?:account|profile?|page|konto|seite)"
                  + " (?:is|ist|heißt|heisst|is called|lautet) )[\\w.-]*[\\d._][\\w.-]*",
              match -> match.group(1) + HANDLE));

  private ScrubAddresses() {}

  /** A sign written as a word, between spaces or in brackets. */
  private static String spelt(String word) {
    return "(?: (?:" + word + ") | ?[(\\[{] ?(?:" + word + ") ?[)\\]}] ?)";
  }

  private static String link(MatchResult match) {
    String site =
        match
            .group()
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^[a-z0-9+.-]+://", "")
            .replaceFirst("^[^/@]*@", "")
            .replaceFirst("[/?#:].*$", "")
            .replaceFirst("^(?:www|m|help|web|de-de|en-gb)\\.", "");
    return PUBLIC_SITES.contains(site) ? "[link to " + site + "]" : "[link]";
  }
}
