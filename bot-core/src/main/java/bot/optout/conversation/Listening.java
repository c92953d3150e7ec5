package bot.optout.conversation;

import bot.optout.knowledge.Finding;
import bot.optout.knowledge.KnowledgeBase;
import bot.optout.letter.ReplyReader;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Understands what a text names and wishes, by the words of one language. Pure and thread-safe. */
public final class Listening {
  private static final int MARKERS_OF_A_PASTED_TEXT = 2;
  private static final int MOST_WORDS_OF_A_FOLLOW_UP = 7;

  private final Lexicon lexicon;
  private final ReplyReader replies;
  private final Map<String, Wish> wishes;
  private final Optional<Pattern> draftWish;
  private final Optional<Pattern> places;
  private final Optional<Pattern> capitalPlaces;
  private final Optional<Pattern> services;
  private final Optional<Pattern> others;
  private final Optional<Pattern> fillers;
  private final Optional<Pattern> children;

  public Listening(Lexicon lexicon, ReplyReader replies) {
    this.lexicon = lexicon;
    this.replies = replies;
    this.wishes = new LinkedHashMap<>();
    lexicon.wishes().forEach((wish, texts) -> texts.forEach(text -> wishes.put(plain(text), wish)));
    this.draftWish = anyOf(lexicon.wishes().getOrDefault(Wish.DRAFT, List.of()).stream());
    this.places = anyOf(lexicon.places().keySet().stream().filter(name -> !isCapitals(name)));
    this.capitalPlaces = anyOf(lexicon.places().keySet().stream().filter(Listening::isCapitals));
    this.services = anyOf(lexicon.services().keySet().stream());
    this.others = anyOf(lexicon.otherCompanies().stream().map(Listening::lower));
    this.fillers = anyOf(Stream.concat(lexicon.fillers().stream(), lexicon.children().stream()));
    this.children = anyOf(lexicon.children().stream());
  }

  /** Understands a text; what it asks is looked up once somebody wants to know. */
  public Heard hear(String said, KnowledgeBase knowledge) {
    String text = said.strip();
    String plain = plain(text);
    Mentions mentions = mentions(text);
    return new Heard(
        text,
        wish(plain),
        mentions,
        kind(text, plain),
        startsWithAny(plain, lexicon.corrections()),
        isQuestion(text, plain),
        mentions.any() && isBare(text),
        new Lookup(() -> asked(text, mentions, knowledge)));
  }

  private Asked asked(String text, Mentions mentions, KnowledgeBase knowledge) {
    Asked asked = Asked.of(text, knowledge, sentence -> isQuestion(sentence, plain(sentence)));
    return new Asked(wanted(asked.finding(), text, mentions, knowledge), asked.more());
  }

  /** Names of services and places would draw "a letter for Threads, from Spain" elsewhere. */
  private Finding wanted(Finding finding, String text, Mentions mentions, KnowledgeBase knowledge) {
    if (!mentions.any() || finding instanceof Finding.Answer) {
      return finding;
    }
    Finding nameless = knowledge.find(withoutNames(text));
    return nameless instanceof Finding.Wanted ? nameless : finding;
  }

  private Heard.Kind kind(String text, String plain) {
    Markers markers = lexicon.markers();
    if (contains(plain, markers.chainPosts()) >= MARKERS_OF_A_PASTED_TEXT) {
      return Heard.Kind.CHAIN_POST;
    }
    if (replies.looksLikeReply(text)) {
      return Heard.Kind.COMPANY_REPLY;
    }
    if (markers.whys().contains(plain)) {
      return Heard.Kind.WHY;
    }
    return startsWithAny(plain, markers.followUps()) && isShort(plain)
        ? Heard.Kind.FOLLOW_UP
        : Heard.Kind.PLAIN;
  }

  private static long contains(String plain, List<String> phrases) {
    return phrases.stream().filter(plain::contains).count();
  }

  private static boolean isShort(String plain) {
    return plain.split(" ").length <= MOST_WORDS_OF_A_FOLLOW_UP;
  }

  public Mentions mentions(String text) {
    String lower = lower(text);
    Optional<String> place =
        first(places, lower)
            .or(() -> first(capitalPlaces, text))
            .or(() -> wholeCapital(text))
            .map(lexicon.places()::get);
    Set<String> named = new LinkedHashSet<>();
    services.ifPresent(
        pattern ->
            pattern
                .matcher(lower)
                .results()
                .forEach(match -> named.add(lexicon.services().get(match.group()))));
    return new Mentions(
        place, List.copyOf(named), first(children, lower).isPresent(), otherCompany(lower));
  }

  private Optional<String> otherCompany(String lower) {
    return first(others, lower)
        .flatMap(
            name ->
                lexicon.otherCompanies().stream()
                    .filter(company -> lower(company).equals(name))
                    .findFirst());
  }

  private Optional<Wish> wish(String plain) {
    return Optional.ofNullable(wishes.get(plain))
        .or(() -> Optional.ofNullable(wishes.get(withoutFillers(plain))))
        .or(() -> Optional.ofNullable(wishes.get(withoutCorrection(plain))))
        .or(() -> wantsDraft(plain) ? Optional.of(Wish.DRAFT) : Optional.empty());
  }

  /** "draft pls, instagram, im in lyon": a wish to draft, and besides it only what it is about. */
  private boolean wantsDraft(String plain) {
    return draftWish.isPresent()
        && draftWish.get().matcher(plain).find()
        && isBare(draftWish.get().matcher(plain).replaceAll(" "));
  }

  /** "actually no" means no. */
  private String withoutCorrection(String plain) {
    return lexicon.corrections().stream()
        .filter(start -> plain.startsWith(start + " "))
        .map(start -> plain.substring(start.length() + 1))
        .findFirst()
        .orElse("");
  }

  private boolean isQuestion(String text, String plain) {
    return text.endsWith("?") || startsWithAny(plain, lexicon.questionStarts());
  }

  /** Whether nothing is left of a text without what it names and words that add nothing. */
  private boolean isBare(String text) {
    return withoutFillers(plain(withoutNames(text))).isEmpty() || wholeCapital(text).isPresent();
  }

  private String withoutNames(String text) {
    return without(others, without(services, without(places, lower(without(capitalPlaces, text)))));
  }

  private String withoutFillers(String plain) {
    return without(fillers, plain).replaceAll("[\\p{Punct}\\s]+", " ").strip();
  }

  private Optional<String> wholeCapital(String text) {
    String upper = plain(text).toUpperCase(Locale.ROOT);
    return lexicon.places().containsKey(upper) && isCapitals(upper)
        ? Optional.of(upper)
        : Optional.empty();
  }

  private static boolean startsWithAny(String plain, List<String> beginnings) {
    return beginnings.stream()
        .anyMatch(
            start ->
                plain.equals(start)
                    || plain.startsWith(start + " ")
                    || plain.startsWith(start + ","));
  }

  private static Optional<String> first(Optional<Pattern> pattern, String text) {
    return pattern.map(any -> any.matcher(text)).filter(Matcher::find).map(Matcher::group);
  }

  private static String without(Optional<Pattern> pattern, String text) {
    return pattern.map(any -> any.matcher(text).replaceAll(" ")).orElse(text);
  }

  /** One pattern for many names, the longest first, each as whole words. */
  private static Optional<Pattern> anyOf(Stream<String> names) {
    String any =
        names
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(name -> name))
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return any.isEmpty()
        ? Optional.empty()
        : Optional.of(Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])"));
  }

  private static boolean isCapitals(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT))
        && !name.equals(name.toLowerCase(Locale.ROOT));
  }

  private static String lower(String text) {
    return text.replace('’', '\'').toLowerCase(Locale.ROOT);
  }

  private static String plain(String text) {
    return lower(text).replaceAll("[\\p{Punct}&&[^'@#+-]]+", " ").replaceAll("\\s+", " ").strip();
  }
}
