package bot.optout.letter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** What people call a company that answers for a service. */
  public String shortName(String company) {
    return book.services().stream()
        .flatMap(service -> service.recipients().values().stream())
        .filter(recipient -> recipient.company().equals(company))
        .map(Service.Recipient::shortName)
        .findFirst()
        .orElse(company);
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
                    .filter(kind -> new LetterWriter(book, law).text(kind.key()).isPresent())
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

  /** Whether a letter is the right way for what the draft names, once it names all. */
  public Ruling ruling(Draft draft) {
    Optional<Jurisdiction> law = draft.place().flatMap(this::jurisdiction);
    if (law.isPresent() && kinds(law.get().code()).isEmpty()) {
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
                new LetterWriter(book, law)
                    .write(addressed(order), chosen(order.draft()).toList(), date, format));
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
}
