package bot.optout.content;

import bot.optout.letter.Service;
import bot.optout.message.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code LANGUAGE/services.yaml}. */
final class ServiceNamesFile {
  /**
   * The services of one language.
   *
   * @param words names and nicknames, lower case, each with the id of its service
   */
  record Names(List<Service> services, Map<String, String> words) {}

  private ServiceNamesFile() {}

  static Names read(
      ContentReading reading, String language, Map<String, ServicesFile.Facts> facts) {
    String path = language + "/services.yaml";
    List<Service> services = new ArrayList<>();
    Map<String, String> words = new LinkedHashMap<>();
    if (facts.isEmpty()) {
      return new Names(services, words);
    }
    reading
        .file(path)
        .ifPresent(
            fields -> {
              Fields texts = fields.object("services");
              Fields titles = fields.object("forms");
              facts
                  .values()
                  .forEach(it -> services.add(service(it, texts.object(it.id()), titles, words)));
              texts.nothingElse();
              titles.nothingElse();
              fields.nothingElse();
            });
    return new Names(services, words);
  }

  private static Service service(
      ServicesFile.Facts facts, Fields fields, Fields titles, Map<String, String> words) {
    String name = fields.text("name");
    if (name.length() > Choice.MAX_LABEL) {
      fields.fault("name", "the name is longer than a button", "use at most 75 characters");
    }
    for (Fields.Text nickname : fields.located("nicknames")) {
      String owner = words.putIfAbsent(nickname.text().toLowerCase(Locale.ROOT), facts.id());
      if (owner != null) {
        fields.faultAt(
            nickname.line(), "\"" + nickname.text() + "\" means " + owner, "keep it in one place");
      }
    }
    fields.nothingElse();
    List<Service.Form> forms =
        facts.forms().stream().map(form -> form.titled(titles.text(form.purpose()))).toList();
    return new Service(
        facts.id(), name, facts.recipients(), forms, facts.route(), facts.alsoRead());
  }
}
