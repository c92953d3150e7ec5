package bot.optout.content;

import bot.optout.message.Template;
import com.samskivert.mustache.MustacheException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Compiles a text and checks its slots. */
final class Slots {
  private Slots() {}

  static Template template(Fields fields, String key, String text, Set<String> allowed) {
    return template(text, allowed, (what, fix) -> fields.fault(key, what, fix));
  }

  /**
   * The compiled text; an empty one if it does not compile.
   *
   * @param fault told what is wrong and how to mend it
   */
  static Template template(String text, Set<String> allowed, BiConsumer<String, String> fault) {
    try {
      Mustache template = Mustache.compile(text);
      template.slots().stream()
          .filter(slot -> !allowed.contains(slot))
          .forEach(slot -> fault.accept("{{" + slot + "}} is no slot of this text", fix(allowed)));
      return template;
    } catch (MustacheException wrong) {
      fault.accept("no template: " + wrong.getMessage(), "check the braces");
      return slots -> "";
    }
  }

  private static String fix(Set<String> allowed) {
    return allowed.isEmpty()
        ? "it has none; remove it"
        : "use " + String.join(", ", new TreeSet<>(allowed));
  }
}
