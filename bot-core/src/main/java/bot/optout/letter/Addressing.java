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

  /** The company's forms for such a letter, each once; where it has none, its page for privacy. */
  List<Service.Form> forms(LetterKind kind) {
    if (kind == LetterKind.COMPLAINT) {
      return List.of();
    }
    List<Service.Form> own = each(service -> form(kind, service));
    return own.isEmpty() ? each(service -> service.form("privacy_contact", law.code())) : own;
  }

  private List<Service.Form> each(Function<Service, Optional<Service.Form>> which) {
    Map<String, Service.Form> byAddress = new LinkedHashMap<>();
    for (Service service : covered()) {
      which
          .apply(service)
          .ifPresent(form -> byAddress.merge(form.url(), form, Addressing::forBoth));
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
      default -> Optional.empty();
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
