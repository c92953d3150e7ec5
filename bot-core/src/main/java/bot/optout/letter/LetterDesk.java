package bot.optout.letter;

import bot.optout.message.Sheet;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides whether a letter is right, and writes it from templates and slots; nothing is invented.
 */
public final class LetterDesk {
  private final LetterBook book;
  private final GroundFinder finder;

  public LetterDesk(LetterBook book) {
    this.book = book;
    this.finder = new GroundFinder(book.grounds());
  }

  public LetterBook book() {
    return book;
  }

  /** The jurisdiction of a country code, or of a jurisdiction's own code. */
  public Optional<Jurisdiction> jurisdiction(String place) {
    return Optional.ofNullable(book.countries().get(place))
        .map(Country::jurisdiction)
        .or(() -> Optional.of(place))
        .map(book.jurisdictions()::get);
  }

  /** What to call a place: the country, or the jurisdiction if only that is known. */
  public String placeName(String place) {
    return Optional.ofNullable(book.countries().get(place))
        .map(Country::name)
        .or(() -> jurisdiction(place).map(Jurisdiction::shortName))
        .orElse(place);
  }

  public Optional<Service> service(String id) {
    return book.services().stream().filter(service -> service.id().equals(id)).findFirst();
  }

  public Optional<Ground> ground(String id) {
    return book.grounds().stream().filter(ground -> ground.id().equals(id)).findFirst();
  }

  /** Ids of the grounds that a person may mean in their own words, the likeliest first. */
  public List<String> groundsIn(String ownWords) {
    return finder.find(ownWords);
  }

  /** What of a text need not be in a letter. */
  public Set<Disclosure.Concern> disclosedIn(String ownWords) {
    return book.disclosure().in(ownWords);
  }

  /** Whether the law obliges the company to follow an objection. */
  public boolean hasObjection(Jurisdiction law) {
    return law.letters().opening() == LetterKind.OBJECTION;
  }

  /** What to begin with at a place: an objection, or a courtesy request where none binds. */
  public LetterKind opening(String place) {
    return jurisdiction(place).map(law -> law.letters().opening()).orElse(LetterKind.COURTESY);
  }

  /** The kinds of letter that the facts carry for a place. */
  public Set<LetterKind> kinds(String place) {
    Set<LetterKind> kinds = EnumSet.noneOf(LetterKind.class);
    jurisdiction(place)
        .ifPresent(
            law ->
                law.letters().kinds().stream()
                    .filter(kind -> text(kind, law).isPresent())
                    .forEach(kinds::add));
    return kinds;
  }

  /**
   * The authorities that take a complaint from a place: a country, or a jurisdiction as a whole. A
   * person's Land narrows them down.
   */
  public List<Authority> authorities(String place, Optional<String> land) {
    return book.authorities().stream()
        .filter(authority -> isAt(place, authority))
        .filter(
            authority ->
                land.isEmpty() || authority.land().isEmpty() || authority.land().equals(land))
        .toList();
  }

  private boolean isAt(String place, Authority authority) {
    return authority.country().equals(place)
        || jurisdiction(authority.country())
            .map(Jurisdiction::code)
            .filter(place::equals)
            .isPresent();
  }

  /** The parts of a country with an authority of their own, by code; empty if it has only one. */
  public Map<String, String> lands(String place) {
    Map<String, String> lands = new LinkedHashMap<>();
    book.lands()
        .forEach(
            (land, name) -> {
              boolean here =
                  book.authorities().stream()
                      .anyMatch(
                          it -> it.country().equals(place) && it.land().equals(Optional.of(land)));
              if (here) {
                lands.put(land, name);
              }
            });
    return lands;
  }

  public Ruling ruling(Draft draft) {
    Optional<Jurisdiction> law = draft.place().flatMap(this::jurisdiction);
    if (law.isPresent() && text(law.get().letters().opening(), law.get()).isEmpty()) {
      return new Ruling.OtherWay(
          Stream.concat(Stream.of(law.get().entry()), routes(draft).stream()).distinct().toList());
    }
    boolean coversNone = chosen(draft).allMatch(service -> service.route().isPresent());
    return draft.servicesDone() && coversNone
        ? new Ruling.OtherWay(routes(draft))
        : new Ruling.LetterPossible();
  }

  private List<String> routes(Draft draft) {
    return chosen(draft).flatMap(service -> service.route().stream()).distinct().toList();
  }

  private Stream<Service> chosen(Draft draft) {
    return draft.services().stream().flatMap(id -> service(id).stream());
  }

  /** Writes what a complete draft begins with; empty where only another way is right. */
  public Optional<Letter> opening(Draft draft, LocalDate date, DateTimeFormatter format) {
    return draft
        .place()
        .flatMap(
            place -> write(new LetterOrder(opening(place), draft, History.EMPTY), date, format));
  }

  /**
   * Writes a letter. Empty if the facts carry no such letter at the draft's place, or none for its
   * services.
   */
  public Optional<Letter> write(LetterOrder order, LocalDate date, DateTimeFormatter format) {
    return order
        .draft()
        .place()
        .flatMap(this::jurisdiction)
        .filter(law -> law.letters().kinds().contains(order.kind()))
        .flatMap(
            law ->
                text(order.kind(), law)
                    .flatMap(text -> write(text, addressed(order), law, date, format)));
  }

  /** A complaint goes to the only authority there is, unless the person chose one. */
  private LetterOrder addressed(LetterOrder order) {
    if (order.kind() != LetterKind.COMPLAINT || order.authority().isPresent()) {
      return order;
    }
    List<Authority> all =
        order.draft().place().map(place -> authorities(place, Optional.empty())).orElse(List.of());
    return all.size() == 1 ? order.to(all.get(0)) : order;
  }

  private Optional<Letter> write(
      LetterText text,
      LetterOrder order,
      Jurisdiction law,
      LocalDate date,
      DateTimeFormatter format) {
    Addressing to = Addressing.of(order.draft(), law, this::service);
    if (to.covered().isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> slots = LetterSlots.of(order, to, book, date, format);
    Optional<Service.Recipient> recipient = recipient(order, to);
    Typesetting setting = new Typesetting(slots);
    Sheet sheet =
        new Sheet(
            book.language(),
            List.of(slot(slots, "name"), slot(slots, "email")),
            lines(recipient, order.kind()),
            format.format(date),
            setting.subject(text),
            setting.body(text),
            List.of(
                slot(slots, order.kind() == LetterKind.COMPLAINT ? "complaint_closing" : "closing"),
                slot(slots, "name")));
    return Optional.of(
        new Letter(
            order.kind(),
            book.language(),
            sheet,
            recipient,
            order.kind() == LetterKind.COMPLAINT ? List.of() : to.forms(),
            formText(order.kind(), law, setting),
            order.kind().opens() ? to.alsoRead() : List.of(),
            term(order.kind(), law),
            new Notes(book, law).of(order, recipient.isPresent())));
  }

  private static Optional<Service.Recipient> recipient(LetterOrder order, Addressing to) {
    return order.kind() == LetterKind.COMPLAINT
        ? order.authority().map(it -> new Service.Recipient(it.name(), it.address()))
        : to.recipient();
  }

  private List<String> lines(Optional<Service.Recipient> recipient, LetterKind kind) {
    return recipient
        .map(it -> Stream.concat(Stream.of(it.company()), it.address().stream()).toList())
        .orElseGet(
            () ->
                kind == LetterKind.COMPLAINT
                    ? List.of(placeholder("authority"))
                    : List.of(placeholder("company"), placeholder("address")));
  }

  private Optional<String> formText(LetterKind kind, Jurisdiction law, Typesetting setting) {
    return kind.opens()
        ? text(kind.key() + "-form", law)
            .map(
                form ->
                    new Sheet(
                            book.language(),
                            List.of(),
                            List.of(),
                            "",
                            "",
                            setting.body(form),
                            List.of())
                        .text())
        : Optional.empty();
  }

  private static Optional<Deadline.Rule> term(LetterKind kind, Jurisdiction law) {
    return kind == LetterKind.COMPLAINT ? Optional.empty() : Optional.of(law.letters().term(kind));
  }

  private Optional<LetterText> text(LetterKind kind, Jurisdiction law) {
    return text(kind.key(), law);
  }

  private Optional<LetterText> text(String kind, Jurisdiction law) {
    boolean courtesy = law.letters().opening() == LetterKind.COURTESY;
    return Stream.of(kind + "-" + law.code(), courtesy ? kind + "-courtesy" : kind, kind)
        .map(book.texts()::get)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static String slot(Map<String, Object> slots, String name) {
    return String.valueOf(slots.getOrDefault(name, ""));
  }

  private String placeholder(String slot) {
    return book.words().placeholders().getOrDefault(slot, "");
  }
}
