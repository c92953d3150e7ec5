package bot.optout.content;

import bot.optout.letter.LetterKind;
import bot.optout.letter.LetterText;
import bot.optout.letter.LetterWords;
import bot.optout.message.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the letters, {@code LANGUAGE/letters/KIND.mustache}. A law may have its own ({@code
 * KIND-JURISDICTION}), and so may all laws that oblige nobody ({@code KIND-courtesy}); what is
 * pasted into a form is {@code KIND-form}. The first paragraph is the subject.
 */
final class LetterTextFiles {
  private static final String ENDING = ".mustache";
  private static final String FORM = "-form";
  private static final String COURTESY = "-courtesy";
  private static final Pattern REPEATED =
      Pattern.compile("\\{\\{(grounds|requests|timeline|enclosures)}}");
  private static final String BULLET = "- ";
  private static final String HEADING = "# ";

  private final ContentReading reading;
  private final String folder;
  private final Set<String> slots;

  private LetterTextFiles(ContentReading reading, String language, LetterWords words) {
    this.reading = reading;
    this.folder = language + "/letters/";
    this.slots = new TreeSet<>(LetterWordsFile.SLOTS);
    for (String clause : words.clauses().keySet()) {
      slots.addAll(List.of(clause, clause + "_small", "has_" + clause));
    }
  }

  static Map<String, LetterText> read(
      ContentReading reading,
      String language,
      LetterWords words,
      Map<String, JurisdictionsFile.Facts> laws) {
    LetterTextFiles files = new LetterTextFiles(reading, language, words);
    Map<String, LetterText> letters = new LinkedHashMap<>();
    for (String path : reading.folder().paths()) {
      if (path.startsWith(files.folder) && path.endsWith(ENDING)) {
        String name = path.substring(files.folder.length(), path.length() - ENDING.length());
        files.checkName(path, name, laws.keySet());
        letters.put(name, files.letter(path));
      }
    }
    laws.values().forEach(law -> files.checkComplete(law, letters.keySet()));
    return letters;
  }

  private void checkName(String path, String name, Set<String> laws) {
    boolean known =
        Stream.of(LetterKind.values())
            .map(LetterKind::key)
            .flatMap(key -> Stream.of(key, key + FORM))
            .anyMatch(
                key ->
                    name.equals(key)
                        || name.equals(key + COURTESY)
                        || laws.stream().anyMatch(law -> name.equals(key + "-" + law)));
    if (!known) {
      fault(
          path,
          "the file name is no kind of letter",
          "name it objection.mustache, objection-CH.mustache");
    }
  }

  /** Every letter the facts carry has a text. */
  private void checkComplete(JurisdictionsFile.Facts law, Set<String> names) {
    for (LetterKind kind : law.letters()) {
      boolean courtesy = !law.letters().contains(LetterKind.OBJECTION);
      boolean there =
          names.contains(kind.key())
              || names.contains(kind.key() + "-" + law.code())
              || (courtesy && names.contains(kind.key() + COURTESY));
      if (!there) {
        fault(
            folder + kind.key() + ENDING,
            "the letter is missing for " + law.code(),
            "write it, or take it out of jurisdictions.yaml");
      }
    }
  }

  private LetterText letter(String path) {
    String text = reading.folder().text(path).orElse("");
    List<String> blocks = List.of(text.strip().split("\\n\\s*\\n", -1));
    blocks.forEach(block -> Citations.mayNotStandIn(block, faults(path, text, block)));
    return new LetterText(
        template(blocks.get(0), faults(path, text, blocks.get(0))),
        blocks.stream().skip(1).map(block -> part(block, faults(path, text, block))).toList());
  }

  /** Of a block, with the line on which it begins. */
  private BiConsumer<String, String> faults(String path, String text, String block) {
    int line =
        1 + (int) text.substring(0, text.indexOf(block)).chars().filter(c -> c == '\n').count();
    return (what, fix) -> reading.problems().fault(path, line, what, fix);
  }

  private LetterText.Part part(String block, BiConsumer<String, String> fault) {
    if (block.startsWith(BULLET)) {
      List<LetterText.Line> items = new ArrayList<>();
      for (String item : block.split("\\n" + BULLET, -1)) {
        items.add(line(item.startsWith(BULLET) ? item.substring(BULLET.length()) : item, fault));
      }
      return new LetterText.Part(LetterText.Shape.BULLETS, items);
    }
    return block.startsWith(HEADING)
        ? new LetterText.Part(
            LetterText.Shape.HEADING, List.of(line(block.substring(HEADING.length()), fault)))
        : new LetterText.Part(LetterText.Shape.PARAGRAPH, List.of(line(block, fault)));
  }

  private LetterText.Line line(String text, BiConsumer<String, String> fault) {
    Matcher repeated = REPEATED.matcher(text.strip());
    return new LetterText.Line(
        template(text, fault),
        repeated.matches() ? Optional.of(repeated.group(1)) : Optional.empty());
  }

  /** Lines of a paragraph are joined: they are broken only for the editor's eyes. */
  private Template template(String text, BiConsumer<String, String> fault) {
    return Slots.template(text.strip().replaceAll("\\s*\\n\\s*", " "), slots, fault);
  }

  private void fault(String path, String what, String fix) {
    reading.problems().fault(path, 0, what, fix);
  }
}
