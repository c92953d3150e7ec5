package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.cases.Zones;
import bot.optout.knowledge.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything around an event, so that deciding is pure.
 *
 * @param today where the person lives, as far as known
 * @param now the moment of the event
 * @param zone the person's time zone where the platform tells it
 * @param cases the letters the person follows up, oldest first
 * @param errand what the letter at hand is for
 * @param alone whether nobody else reads the answer
 * @param kept what is kept about the person, looked up when it is asked for
 */
public record Scene(
    Script script,
    HouseRules rules,
    Context context,
    LocalDate today,
    Instant now,
    Optional<ZoneId> zone,
    List<Case> cases,
    Errand errand,
    boolean alone,
    Supplier<Stored> kept) {
  /** Where no letter is at hand. */
  public Scene(
      Script script,
      HouseRules rules,
      Context context,
      LocalDate today,
      Instant now,
      Optional<ZoneId> zone,
      List<Case> cases,
      boolean alone,
      Supplier<Stored> kept) {
    this(script, rules, context, today, now, zone, cases, Errand.OPENING, alone, kept);
  }

  public Scene {
    cases = List.copyOf(cases);
  }

  /** Around somebody of whom nothing is known and nothing will be kept. */
  public static Scene ofAStranger(
      Script script, List<Locale> languages, LocalDate today, boolean alone) {
    return new Scene(
        script,
        new HouseRules("", 0, 0, languages),
        Context.EMPTY,
        today,
        today.atStartOfDay(ZoneOffset.UTC).toInstant(),
        Optional.empty(),
        List.of(),
        alone,
        () -> Stored.NOTHING);
  }

  Stored stored() {
    return kept.get();
  }

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

  String month(YearMonth month) {
    return DateTimeFormatter.ofPattern(say(Phrase.MONTH_PATTERN), script.language()).format(month);
  }

  DateTimeFormatter dateFormat() {
    return DateTimeFormatter.ofPattern(say(Phrase.DATE_PATTERN), script.language());
  }

  Optional<Entry> entry(String id) {
    return script.knowledge().entry(id);
  }

  public Scene remembering(Context other) {
    return new Scene(script, rules, other, today, now, zone, cases, errand, alone, kept);
  }

  /** While a letter for this errand is at hand. */
  Scene running(Errand other) {
    return new Scene(script, rules, context, today, now, zone, cases, other, alone, kept);
  }

  Optional<Case> followed(String id) {
    return cases.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** With this case in the place of the one with its id, or added. */
  Scene following(Case changed) {
    List<Case> all = new ArrayList<>(cases);
    int at = cases.stream().map(Case::id).toList().indexOf(changed.id());
    if (at < 0) {
      all.add(changed);
    } else {
      all.set(at, changed);
    }
    return withCases(all);
  }

  Scene dropping(String id) {
    return withCases(cases.stream().filter(one -> !one.id().equals(id)).toList());
  }

  private Scene withCases(List<Case> all) {
    return new Scene(script, rules, context, today, now, zone, all, errand, alone, kept);
  }

  /** The zone in which a case's reminders are timed. */
  ZoneId zoneOf(Case one) {
    return zone.orElseGet(() -> Zones.of(one.place()));
  }
}
