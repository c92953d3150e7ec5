package bot.optout.content;

import bot.optout.knowledge.Source;
import bot.optout.letter.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code services.yaml}. */
final class ServicesFile {
  static final String PATH = "services.yaml";

  /** A form without its title. */
  record FormFacts(
      String purpose,
      String url,
      boolean login,
      List<String> jurisdictions,
      List<Service.Field> asks) {
    Service.Form titled(String title) {
      return new Service.Form(purpose, title, url, login, jurisdictions, asks);
    }
  }

  /** A service without its name. */
  record Facts(
      String id,
      Map<String, Service.Recipient> recipients,
      List<FormFacts> forms,
      Optional<String> route,
      Optional<String> alsoRead) {}

  private final Set<String> jurisdictions;
  private final Set<String> entries;
  private final Map<String, Service.Recipient> companies = new LinkedHashMap<>();

  private ServicesFile(Set<String> jurisdictions, Set<String> entries) {
    this.jurisdictions = jurisdictions;
    this.entries = entries;
  }

  static Map<String, Facts> read(
      ContentReading reading,
      Map<String, Source> sources,
      Set<String> jurisdictions,
      Set<String> entries) {
    ServicesFile file = new ServicesFile(jurisdictions, entries);
    Map<String, Facts> services = new LinkedHashMap<>();
    reading
        .file(PATH)
        .ifPresent(
            fields -> {
              fields
                  .object("companies")
                  .objects()
                  .forEach((id, it) -> file.company(id, it, sources));
              fields
                  .object("services")
                  .objects()
                  .forEach((id, it) -> services.put(id, file.service(id, it)));
              fields.nothingElse();
            });
    return services;
  }

  private void company(String id, Fields fields, Map<String, Source> sources) {
    companies.put(
        id,
        new Service.Recipient(
            fields.text("name"), fields.text("short_name"), fields.texts("address")));
    fields.known("sources", sources.keySet(), SourcesFile.PATH);
    fields.nothingElse();
  }

  private Facts service(String id, Fields fields) {
    Optional<String> route = entry("route", fields);
    Optional<String> alsoRead = entry("also_read", fields);
    Fields named = fields.object("recipients");
    Map<String, Service.Recipient> recipients = new LinkedHashMap<>();
    for (String jurisdiction : named.keys()) {
      String company = named.text(jurisdiction);
      if (!jurisdictions.contains(jurisdiction)) {
        named.fault(jurisdiction, jurisdiction + " is no jurisdiction", "correct the code");
      }
      if (companies.containsKey(company)) {
        recipients.put(jurisdiction, companies.get(company));
      } else {
        named.fault(jurisdiction, "\"" + company + "\" is no company of this file", "add it");
      }
    }
    List<FormFacts> forms = new ArrayList<>();
    fields.objects("forms").forEach(form -> forms.add(form(form)));
    fields.nothingElse();
    return new Facts(id, recipients, forms, route, alsoRead);
  }

  private Optional<String> entry(String key, Fields fields) {
    Optional<String> entry = fields.optionalText(key);
    if (entry.filter(id -> !entries.isEmpty() && !entries.contains(id)).isPresent()) {
      fields.fault(key, "\"" + entry.orElse("") + "\" is no entry", "use an id of entries.yaml");
    }
    return entry;
  }

  private FormFacts form(Fields fields) {
    FormFacts form =
        new FormFacts(
            fields.text("purpose"),
            fields.text("url"),
            fields.flag("login"),
            fields.texts("jurisdictions"),
            fields.choices("asks", Service.Field.class));
    if (!Links.isSecure(form.url())) {
      fields.fault("url", "\"url\" is no https address", "use the company's own https address");
    }
    for (String code : form.jurisdictions()) {
      if (!code.equals("ALL") && !jurisdictions.contains(code)) {
        fields.fault("jurisdictions", code + " is no jurisdiction", "correct the code or use ALL");
      }
    }
    fields.optionalText("note");
    fields.nothingElse();
    return form;
  }
}
