package bot.optout.letter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Which services one letter can name under a law, and where it goes. */
record Addressing(List<Service> chosen, Jurisdiction law) {
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

  /** The company's forms for such a letter, each once. */
  List<Service.Form> forms(LetterKind kind) {
    Map<String, Service.Form> byAddress = new LinkedHashMap<>();
    for (Service service : covered()) {
      form(kind, service).ifPresent(form -> byAddress.merge(form.url(), form, Addressing::forBoth));
    }
    return List.copyOf(byAddress.values());
  }

  private Optional<Service.Form> form(LetterKind kind, Service service) {
    return switch (kind) {
      case OBJECTION, COURTESY ->
          service
              .form("own_data_ai", law.code())
              .map(form -> form.titled(service.name()))
              .or(() -> withoutLogin(service));
      case ERASURE ->
          service.form("erasure", law.code()).or(() -> service.form("privacy_contact", law.code()));
      case COMPLAINT -> Optional.empty();
      default -> service.form("privacy_contact", law.code());
    };
  }

  private Optional<Service.Form> withoutLogin(Service service) {
    return service.id().equals(Draft.NO_ACCOUNT)
        ? service.form("third_party_information", law.code())
        : Optional.empty();
  }

  /** One form may serve several accounts, and then names them all. */
  private static Service.Form forBoth(Service.Form first, Service.Form second) {
    return first.title().contains(second.title())
        ? first
        : first.titled(first.title() + ", " + second.title());
  }
}
