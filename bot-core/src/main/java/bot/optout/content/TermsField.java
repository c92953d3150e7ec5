package bot.optout.content;

import bot.optout.letter.Deadline;
import bot.optout.letter.LetterKind;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the terms of a law: how long the company has, by the letters that begin the term. */
record TermsField(Map<LetterKind, Term> terms) {
  /** A term whose provision is not cited in any language yet. */
  record Term(Period period, Optional<Period> extension, String provision, boolean endsOnWorkday) {
    Deadline.Rule cited(String cite) {
      return new Deadline.Rule(
          Optional.of(period), extension, Optional.of(cite), endsOnWorkday, period);
    }
  }

  static TermsField read(Fields law, List<String> provisions) {
    Map<LetterKind, Term> terms = new EnumMap<>(LetterKind.class);
    for (Fields fields : law.objects("terms")) {
      List<LetterKind> kinds = Kinds.read(fields, "letters");
      term(fields, provisions).ifPresent(term -> kinds.forEach(kind -> terms.put(kind, term)));
      fields.nothingElse();
    }
    return new TermsField(terms);
  }

  private static Optional<Term> term(Fields fields, List<String> provisions) {
    Optional<Period> period = period(fields, "period", fields.text("period"));
    Optional<Period> extension =
        fields.optionalText("extension").flatMap(text -> period(fields, "extension", text));
    String provision = fields.text("provision");
    if (!provisions.contains(provision)) {
      fields.fault("provision", "\"" + provision + "\" is no provision of this law", "add it");
    }
    boolean workday = fields.flag("ends_on_workday");
    return period.map(it -> new Term(it, extension, provision, workday));
  }

  private static Optional<Period> period(Fields fields, String key, String text) {
    try {
      return Optional.of(Period.parse(text));
    } catch (DateTimeParseException wrong) {
      fields.fault(key, "\"" + key + "\" is \"" + text + "\"", "write P1M, P30D or the like");
      return Optional.empty();
    }
  }
}
