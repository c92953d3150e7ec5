package bot.optout.conversation;

import bot.optout.knowledge.AnswerBlock;
import bot.optout.knowledge.Confidence;
import bot.optout.knowledge.Entry;
import bot.optout.knowledge.Source;
import bot.optout.knowledge.Validity;
import bot.optout.letter.Jurisdiction;
import bot.optout.message.Block;
import bot.optout.message.Choice;
import bot.optout.message.Link;
import bot.optout.message.Message;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How an entry is shown: the short answer first, then for whom and since when it holds, one line
 * that it is no legal advice, and the ways on.
 */
public final class AnswerCard {
  /** A first screen is at most so many words; the rest is one tap away. */
  public static final int FIRST_SCREEN_WORDS = 90;

  private static final int SOURCES_IN_SHORT = 2;
  private static final int MAX_RELATED = 2;

  private AnswerCard() {}

  static Message of(Entry entry, Scene scene) {
    int lead = leading(entry);
    Message page = page(entry, entry.answer().subList(0, lead), scene);
    Message asked =
        Places.dependsOnUnknown(entry, scene)
            ? page.then(Message.of(scene.say(Phrase.WHERE_DO_YOU_LIVE_FOR_THIS)))
            : page;
    return asked.offering(ways(entry, lead < entry.answer().size(), scene));
  }

  /** That the answer shown last holds in a place, and the ways on from it. */
  static Message holding(Entry entry, Jurisdiction law, Scene scene) {
    return Message.of(scene.say(Phrase.HOLDS_THERE, "place", law.shortName()))
        .offering(ways(entry, leading(entry) < entry.answer().size(), scene));
  }

  /** What did not fit on the first screen; where all of it did, what it rests on. */
  static Message rest(Entry entry, Scene scene) {
    List<AnswerBlock> rest = entry.answer().subList(leading(entry), entry.answer().size());
    return rest.isEmpty()
        ? sources(entry, scene)
        : page(entry, rest, scene).offering(ways(entry, false, scene));
  }

  /** The whole answer on one page, for readers who cannot tap for more. */
  public static Message whole(Entry entry, Scene scene) {
    return page(entry, entry.answer(), scene);
  }

  /** The short answer with its most important sources, to be shown where nobody can ask on. */
  public static Message quotable(Entry entry, Scene scene) {
    Message page = page(entry, entry.answer().subList(0, leading(entry)), scene);
    List<Link> links =
        entry.sources().stream()
            .filter(source -> source.url().isPresent())
            .limit(SOURCES_IN_SHORT)
            .map(source -> new Link(titled(source, scene), source.url()))
            .toList();
    return links.isEmpty() ? page : page.then(Message.of(List.of(new Block.Sources(links))));
  }

  static Message sources(Entry entry, Scene scene) {
    if (entry.sources().isEmpty()) {
      return Message.of(scene.say(Phrase.NO_SOURCES)).offering(ways(entry, false, scene));
    }
    List<Link> links =
        entry.sources().stream()
            .map(source -> new Link(titled(source, scene), source.url()))
            .toList();
    return Message.of(
            List.of(
                new Block.Paragraph(scene.say(Phrase.SOURCES_OF, "question", entry.question())),
                new Block.Sources(links)))
        .offering(Ways.menu(scene));
  }

  private static Message page(Entry entry, List<AnswerBlock> answer, Scene scene) {
    List<Block> blocks = new ArrayList<>();
    answer.forEach(block -> blocks.add(new Block.Paragraph(block.text())));
    hedges(entry, scene).forEach(hedge -> blocks.add(new Block.Paragraph(hedge)));
    blocks.add(new Block.SmallPrint(smallPrint(entry, scene)));
    return Message.of(blocks);
  }

  private static int leading(Entry entry) {
    int words = 0;
    for (int shown = 0; shown < entry.answer().size(); shown++) {
      words += entry.answer().get(shown).text().strip().split("\\s+").length;
      if (words > FIRST_SCREEN_WORDS && shown > 0) {
        return shown;
      }
    }
    return entry.answer().size();
  }

  private static List<String> hedges(Entry entry, Scene scene) {
    List<String> hedges = new ArrayList<>();
    if (entry.validity().expired(scene.today())) {
      hedges.add(scene.say(Phrase.OUT_OF_DATE, "date", scene.date(entry.validity().asOf())));
    }
    if (entry.confidence() == Confidence.LOW) {
      hedges.add(scene.say(Phrase.UNSURE));
    }
    elsewhere(entry, scene).ifPresent(hedges::add);
    return hedges;
  }

  private static Optional<String> elsewhere(Entry entry, Scene scene) {
    List<String> codes = entry.validity().jurisdictions();
    return scene
        .context()
        .place()
        .filter(place -> lawOf(place, scene).filter(law -> !Places.covers(codes, law)).isPresent())
        .map(
            place ->
                scene.say(
                    Phrase.NOT_FOR_YOUR_COUNTRY,
                    Map.of(
                        "places", Places.named(codes, scene),
                        "country", scene.script().letters().placeName(place))));
  }

  private static String smallPrint(Entry entry, Scene scene) {
    Validity validity = entry.validity();
    List<String> parts = new ArrayList<>();
    parts.add(
        scene.say(
            Phrase.FOR_AND_AS_OF,
            Map.of(
                "places", Places.named(validity.jurisdictions(), scene),
                "date", scene.date(validity.asOf()))));
    validity
        .checkedOn()
        .ifPresent(day -> parts.add(scene.say(Phrase.LINKS_OPENED, "date", scene.date(day))));
    if (!entry.sources().isEmpty()) {
      parts.add(scene.say(Phrase.SOURCES_IN_SHORT, "sources", shortSources(entry, scene)));
    }
    if (entry.confidence() == Confidence.MEDIUM) {
      parts.add(scene.say(Phrase.NOT_ALL_CONFIRMED));
    }
    return String.join(" · ", parts) + "\n" + scene.say(Phrase.NO_LEGAL_ADVICE);
  }

  /** The first publishers, each with the date of its first source. */
  private static String shortSources(Entry entry, Scene scene) {
    Map<String, Source> first = new LinkedHashMap<>();
    entry.sources().forEach(source -> first.putIfAbsent(source.publisher(), source));
    String named =
        first.values().stream()
            .limit(SOURCES_IN_SHORT)
            .map(source -> brief(source, scene))
            .collect(Collectors.joining(", "));
    int more = first.size() - SOURCES_IN_SHORT;
    return more > 0 ? named + " +" + more : named;
  }

  private static String brief(Source source, Scene scene) {
    return scene.say(
        Phrase.SOURCE_IN_SHORT,
        Map.of(
            "publisher", source.publisher(),
            "date", dated(source, scene),
            "has_date", source.date().isPresent()));
  }

  private static String titled(Source source, Scene scene) {
    return scene.say(
        Phrase.SOURCE,
        Map.of(
            "title", source.title(),
            "publisher", source.publisher(),
            "date", dated(source, scene),
            "has_date", source.date().isPresent()));
  }

  /** A day or a month as people write it; a year is one. */
  private static String dated(Source source, Scene scene) {
    String date = source.date().orElse("");
    if (date.length() == "2026-11-24".length()) {
      return scene.date(LocalDate.parse(date));
    }
    return date.length() == "2026-11".length() ? scene.month(YearMonth.parse(date)) : date;
  }

  private static List<Choice> ways(Entry entry, boolean more, Scene scene) {
    List<Choice> ways = new ArrayList<>();
    if (more) {
      ways.add(Ways.of(scene, Signposts.MORE + entry.id(), Phrase.CHOOSE_MORE));
    }
    ways.add(draft(scene));
    if (!entry.sources().isEmpty()) {
      ways.add(Ways.of(scene, Signposts.SOURCES + entry.id(), Phrase.CHOOSE_SOURCES));
    }
    yourLaw(entry, scene).ifPresentOrElse(ways::add, () -> addElsewhere(entry, ways, scene));
    entry.related().stream()
        .flatMap(id -> scene.entry(id).stream())
        .map(Ways::entry)
        .filter(way -> !ways.contains(way))
        .limit(MAX_RELATED)
        .forEach(ways::add);
    ways.addAll(FeedbackButtons.ways(entry, scene));
    return ways;
  }

  /** A letter; where it is known that no law obliges the company, a request. */
  private static Choice draft(Scene scene) {
    boolean courtesy =
        scene
            .context()
            .place()
            .flatMap(place -> lawOf(place, scene))
            .filter(law -> !scene.script().letters().hasObjection(law))
            .isPresent();
    return Ways.of(
        scene, Signposts.DRAFT, courtesy ? Phrase.CHOOSE_DRAFT_REQUEST : Phrase.CHOOSE_DRAFT);
  }

  /** To what holds where the person lives, if this answer does not hold there. */
  private static Optional<Choice> yourLaw(Entry entry, Scene scene) {
    return scene
        .context()
        .place()
        .flatMap(place -> lawOf(place, scene))
        .filter(law -> !Places.covers(entry.validity().jurisdictions(), law))
        .flatMap(law -> scene.entry(law.entry()))
        .filter(other -> !other.id().equals(entry.id()))
        .map(Ways::entry);
  }

  private static void addElsewhere(Entry entry, List<Choice> ways, Scene scene) {
    if (Places.dependsOnUnknown(entry, scene)) {
      ways.addAll(Places.of(entry, scene));
    }
    if (scene.context().place().isEmpty() && !entry.validity().jurisdictions().contains("ALL")) {
      ways.add(Ways.of(scene, Signposts.ELSEWHERE, Phrase.CHOOSE_ELSEWHERE));
    }
  }

  private static Optional<Jurisdiction> lawOf(String place, Scene scene) {
    return scene.script().letters().jurisdiction(place);
  }
}
