package bot.optout.store;

import java.util.List;

/** What people are called, where the words before or after tell that it is a name. */
final class ScrubNames {
  private static final String NAME = "[name]";

  /** With these, what was said about oneself goes on; they are no part of a name. */
  private static final String NO_NAME =
      "(?!(?:and|und|but|aber|or|oder|from|aus|i|ich|i'm|im|in|on|at|with|mit|how|wie|can|kann|"
          + "could|what|was|why|warum|where|wo|when|wann|who|wer|is|ist|are|bin|am|my|mein|meine|"
          + "the|der|die|das|a|an|ein|eine|do|does|did|please|bitte|it|es|so|to|zu|for|für|not|"
          + "nicht|want|will|would|möchte|hello|hi|hallo|meta|facebook|instagram|whatsapp|threads|"
          + "messenger)\\b)";

  private static final String WORD = NO_NAME + "[\\p{L}][\\p{L}'’.-]{0,40}";
  private static final String NAMES = WORD + "(?: " + WORD + "){0,3}";
  private static final String CAPITAL = "\\p{Lu}[\\p{L}'’-]{1,40}";
  private static final String CAPITALS = CAPITAL + "(?: " + CAPITAL + "){0,3}";

  static final List<ScrubRule> RULES =
      List.of(
          ScrubRule.of(
              "\\b((?:my (?:full |real |first |last |legal |sur)?name(?: is|'s|’s|s)|i am called"
                  + "|i'm called|they call me|people call me|call me|mein (?:voller |richtiger |vor"
                  + "|nach)?name ist|ich hei(?:ß|ss)e?|ich nenne mich"
                  + "|je m'appelle|je m’appelle|mon nom est|me llamo|mi nombre es|mi chiamo"
                  + "|il mio nome è|ik heet|mijn naam is|meu nome é|nazywam się)(?::? |:))"
                  + NAMES,
              match -> match.group(1) + NAME),
          ScrubRule.of(
              "\\b((?:first |last |full |vor|nach)?name: ?)" + NAMES,
              match -> match.group(1) + NAME),
          ScrubRule.of(
              "\\b((?:mr|mrs|dr)\\.? )(?!(?:meta|zuckerberg)\\b)\\p{L}[\\p{L}'’-]{1,40}",
              match -> match.group(1) + NAME),
          ScrubRule.exact(
              "(\\b(?:Ms\\.?|Miss|[Pp]rof\\.?|[Hh]errn?|[Ff]rau|Madame|Monsieur|Señora?|Signora?) )"
                  + "(?!Meta\\b|Zuckerberg\\b)"
                  + CAPITALS,
              "$1[name]"),
          ScrubRule.of(
              "\\b(this is|here is|hier ist|hier spricht|hier schreibt) "
                  + NAMES
                  + "( (?:here|speaking|writing|from|aus)\\b)",
              match -> match.group(1) + " " + NAME + match.group(2)),
          ScrubRule.exact(
              "(\\b(?:[Ii] am|[Ii]['’]?m|[Ii]ch bin(?: der| die)?|[Tt]his is|[Hh]ier ist) )"
                  + CAPITAL
                  + "(?: "
                  + CAPITAL
                  + "){1,3}",
              "$1[name]"),
          ScrubRule.exact(
              "(\\b(?:[Mm]y|[Oo]ur|[Mm]eine?[rmn]?|[Uu]nsere?[rmn]?) "
                  + "(?:(?i:son|daughter|child|kid|husband|wife|partner|brother|sister|mother|father"
                  + "|mum|mom|dad|boss|friend|boyfriend|girlfriend|ex|neighbou?r|teacher|colleague"
                  + "|sohn|tochter|kind|mann|frau|partnerin|bruder|schwester|mutter|vater|mama|papa"
                  + "|chef|chefin|freund|freundin|nachbar|nachbarin|lehrer|lehrerin|kollege|kollegin"
                  + "|oma|opa)),? )(?!Meta|Facebook|Instagram|WhatsApp|Threads|AI|KI)"
                  + CAPITALS,
              "$1[name]"),
          ScrubRule.exact(
              "(\\b(?i:kind regards|best regards|warm regards|regards|sincerely|yours truly|cheers"
                  + "|best wishes|many thanks|thank you|thanks|thx|greetings|love|mit freundlichen"
                  + " grü(?:ß|ss)en|freundliche grü(?:ß|ss)e|viele grü(?:ß|ss)e|liebe grü(?:ß|ss)e"
                  + "|beste grü(?:ß|ss)e|grü(?:ß|ss)e|gru(?:ß|ss)|mfg|lg|vg|danke|vielen dank)[,.!]*"
                  + " ?[-–—]? ?)"
                  + CAPITALS
                  + "\\.?$",
              "$1[name]"),
          ScrubRule.exact("( [-–—~] ?)" + CAPITALS + "\\.?$", "$1[name]"));

  private ScrubNames() {}
}
