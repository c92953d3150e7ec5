package bot.optout.content;

import bot.optout.message.Template;
import com.samskivert.mustache.Mustache.Compiler;
import com.samskivert.mustache.Mustache.Visitor;
import com.samskivert.mustache.MustacheException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A compiled text with slots. Nothing is escaped: renderers do that for their platforms. */
final class Mustache implements Template {
  private static final Compiler COMPILER =
      com.samskivert.mustache.Mustache.compiler().escapeHTML(false).strictSections(true);

  private final com.samskivert.mustache.Template template;

  private Mustache(com.samskivert.mustache.Template template) {
    this.template = template;
  }

  /**
   * @throws MustacheException if the text is no template
   */
  static Mustache compile(String text) {
    try {
      return new Mustache(COMPILER.compile(text));
    } catch (IndexOutOfBoundsException stumbled) {
      // The library's parser does so over "{{}}".
      throw new MustacheException("a tag is empty or cut short", stumbled);
    }
  }

  @Override
  public String fill(Map<String, ?> slots) {
    try {
      return template.execute(slots);
    } catch (MustacheException missing) {
      throw new IllegalArgumentException(missing.getMessage(), missing);
    }
  }

  /** All slots, also those that stand only within sections. */
  Set<String> slots() {
    Set<String> names = new TreeSet<>();
    template.visit(new Slots(names));
    // {{.}} is the item of a repetition, {{-first}} and the like are Mustache's own.
    names.removeIf(name -> name.equals(".") || name.equals("this") || name.startsWith("-"));
    return names;
  }

  private record Slots(Set<String> names) implements Visitor {
    @Override
    public void visitText(String text) {}

    @Override
    public void visitVariable(String name) {
      names.add(name);
    }

    @Override
    public boolean visitInclude(String name) {
      names.add(name);
      return false;
    }

    @Override
    public boolean visitSection(String name) {
      names.add(name);
      return true;
    }

    @Override
    public boolean visitInvertedSection(String name) {
      names.add(name);
      return true;
    }
  }
}
