package bot.optout.content;

import bot.optout.message.Template;
import com.samskivert.mustache.MustacheException;
import java.util.Set;

/** Compiles a text of a field and checks its slots. */
final class Slots {
  private Slots() {}

  static Template template(Fields fields, String key, String text, Set<String> allowed) {
    try {
      Mustache template = Mustache.compile(text);
      for (String slot : template.slots()) {
        if (!allowed.contains(slot)) {
          fields.fault(
              key,
              "{{" + slot + "}} is no slot of this text",
              "use " + String.join(", ", allowed.stream().sorted().toList()));
        }
      }
      return template;
    } catch (MustacheException wrong) {
      fields.fault(key, "no template: " + wrong.getMessage(), "check the braces");
      return slots -> "";
    }
  }
}
