package bot.optout.letter;

import bot.optout.message.Template;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides whether a letter is right, and writes it from templates and slots; nothing is invented.
 */
public final class LetterDesk {
  private static final String OWN_DATA_FORM = "own_data_ai";

  private final LetterBook book;

  public LetterDesk(LetterBook book) {
    this.book = book;
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

  /** Whether there is an objection letter under this law. */
  public boolean hasObjection(Jurisdiction law) {
    return template(law).isPresent();
  }

  public Ruling ruling(Draft draft) {
    Optional<Jurisdiction> law = draft.place().flatMap(this::jurisdiction);
    if (law.isPresent() && !hasObjection(law.get())) {
      return new Ruling.OtherWay(
          Stream.concat(Stream.of(law.get().entry()), routes(draft).stream()).distinct().toList());
    }
    if (draft.servicesDone() && coveredServices(draft).isEmpty()) {
      return new Ruling.OtherWay(routes(draft));
    }
    return new Ruling.LetterPossible();
  }

  /**
   * Writes the objection of a complete draft.
   *
   * @throws IllegalArgumentException if the ruling on the draft is not that a letter is possible
   */
  public Letter objection(Draft draft, LocalDate date, DateTimeFormatter format) {
    Jurisdiction law =
        draft.place().flatMap(this::jurisdiction).orElseThrow(() -> notALetter(draft));
    Template template = template(law).orElseThrow(() -> notALetter(draft));
    List<Service> services = coveredServices(draft);
    Service.Recipient recipient =
        services.stream()
            .map(service -> service.recipients().get(law.code()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow(() -> notALetter(draft));
    return new Letter(
        template.fill(slots(draft, services, recipient, format.format(date))).strip(),
        recipient,
        forms(services, law.code()),
        routes(draft));
  }

  private Map<String, Object> slots(
      Draft draft, List<Service> services, Service.Recipient recipient, String date) {
    Map<String, Object> slots = new LinkedHashMap<>();
    slots.put("company", recipient.company());
    slots.put("address", recipient.address());
    slots.put("date", date);
    slots.put("services", String.join(", ", services.stream().map(Service::name).toList()));
    detail(slots, "name", draft.name());
    detail(slots, "email", draft.email());
    detail(slots, "account", draft.account());
    slots.put("grounds", grounds(draft.reason()));
    slots.put("has_grounds", !grounds(draft.reason()).isEmpty());
    slots.put(
        "requests", book.requests().stream().filter(Request::standard).map(Request::text).toList());
    return slots;
  }

  private static void detail(Map<String, Object> slots, String slot, Optional<Detail> detail) {
    String text = detail.map(Detail::text).orElse("");
    slots.put(slot, text);
    slots.put("has_" + slot, !text.isEmpty());
  }

  private List<String> grounds(Reason reason) {
    if (reason instanceof Reason.Picked picked) {
      return picked.grounds().stream()
          .flatMap(id -> ground(id).stream())
          .map(Ground::paragraph)
          .toList();
    }
    return reason instanceof Reason.OwnWords own ? List.of(own.text()) : List.of();
  }

  /** The services a letter can name: a service with a route of its own goes that way. */
  private List<Service> coveredServices(Draft draft) {
    return chosen(draft).filter(service -> service.route().isEmpty()).toList();
  }

  private List<String> routes(Draft draft) {
    return chosen(draft).flatMap(service -> service.route().stream()).distinct().toList();
  }

  private Stream<Service> chosen(Draft draft) {
    return draft.services().stream().flatMap(id -> service(id).stream());
  }

  /** The company's forms for these services, each once, titled with the services it is for. */
  private static List<Service.Form> forms(List<Service> services, String jurisdiction) {
    Map<String, Service.Form> byAddress = new LinkedHashMap<>();
    for (Service service : services) {
      service
          .form(OWN_DATA_FORM, jurisdiction)
          .ifPresent(
              form ->
                  byAddress.merge(
                      form.url(),
                      form.titled(service.name()),
                      (first, same) -> first.titled(first.title() + ", " + service.name())));
    }
    return List.copyOf(byAddress.values());
  }

  private Optional<Template> template(Jurisdiction law) {
    return Optional.ofNullable(book.templates().get("objection-" + law.code()));
  }

  private static IllegalArgumentException notALetter(Draft draft) {
    return new IllegalArgumentException("no letter fits " + draft);
  }
}
