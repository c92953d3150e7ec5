package bot.optout.letter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which services one letter can name under a law, and where it goes. */
record Addressing(List<Service> chosen, Jurisdiction law) {
  private static final String OWN_DATA_FORM = "own_data_ai";
  private static final String NO_LOGIN_FORM = "third_party_information";

  static Addressing of(
      Draft draft, Jurisdiction law, Function<String, Optional<Service>> services) {
    return new Addressing(
        draft.services().stream().flatMap(id -> services.apply(id).stream()).toList(), law);
  }

  /** A service with a route of its own goes that way. */
  List<Service> covered() {
    return chosen.stream().filter(service -> service.route().isEmpty()).toList();
  }

  String names() {
    return String.join(", ", covered().stream().map(Service::name).toList());
  }

  Optional<Service.Recipient> recipient() {
    return covered().stream()
        .map(service -> service.recipients().get(law.code()))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** What to read for the chosen services besides the letter. */
  List<String> alsoRead() {
    return chosen.stream()
        .flatMap(service -> Stream.concat(service.route().stream(), service.alsoRead().stream()))
        .distinct()
        .toList();
  }

  /** The company's forms for these services, each once, titled with the services it is for. */
  List<Service.Form> forms() {
    Map<String, Service.Form> byAddress = new LinkedHashMap<>();
    for (Service service : covered()) {
      service
          .form(OWN_DATA_FORM, law.code())
          .or(
              () ->
                  isNoAccount(service) ? service.form(NO_LOGIN_FORM, law.code()) : Optional.empty())
          .ifPresent(
              form ->
                  byAddress.merge(
                      form.url(),
                      isNoAccount(service) ? form : form.titled(service.name()),
                      (first, same) -> first.titled(first.title() + ", " + service.name())));
    }
    return List.copyOf(byAddress.values());
  }

  private static boolean isNoAccount(Service service) {
    return service.id().equals(Draft.NO_ACCOUNT);
  }
}
