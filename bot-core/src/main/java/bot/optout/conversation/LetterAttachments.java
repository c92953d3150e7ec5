package bot.optout.conversation;

import bot.optout.letter.Deadline;
import bot.optout.letter.Letter;
import bot.optout.letter.Service;
import bot.optout.message.Attachment;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A letter as files: to copy, to print, and the day for the calendar. */
final class LetterAttachments {
  /** What the font of printed letters has. */
  private static final Set<UnicodeScript> PRINTABLE =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.GREEK,
          UnicodeScript.CYRILLIC,
          UnicodeScript.COMMON,
          UnicodeScript.INHERITED);

  private static final List<Integer> ALARMS = List.of(1);

  private LetterAttachments() {}

  /**
   * The files of a letter.
   *
   * @param name of the text file, with its ending; the printed one is called the same
   */
  static List<Attachment> of(Letter letter, String name, Scene scene) {
    List<Attachment> files = new ArrayList<>();
    files.add(Attachment.Text.plain(name, letter.text() + "\n"));
    if (canBePrinted(letter)) {
      files.add(new Attachment.Pdf(name.replaceFirst("\\.txt$", "") + ".pdf", letter.sheet()));
    }
    due(letter, scene).ifPresent(files::add);
    return List.copyOf(files);
  }

  /** A name in Hangul would be a row of boxes on paper; better no paper then. */
  static boolean canBePrinted(Letter letter) {
    return letter
        .text()
        .codePoints()
        .filter(Character::isLetter)
        .mapToObj(UnicodeScript::of)
        .allMatch(PRINTABLE::contains);
  }

  /** Only a term of the law for the answer is worth a place in a calendar. */
  private static Optional<Attachment> due(Letter letter, Scene scene) {
    return letter
        .term()
        .filter(rule -> rule.legal() && letter.kind().opens())
        .map(rule -> entry(letter, rule, scene));
  }

  private static Attachment entry(Letter letter, Deadline.Rule rule, Scene scene) {
    String company = letter.recipient().map(Service.Recipient::company).orElse("");
    return new Attachment.CalendarEntry(
        scene.say(Phrase.DEADLINE_FILE_NAME),
        scene.say(
            Phrase.DEADLINE_TITLE, Map.of("company", company, "has_company", !company.isEmpty())),
        scene.say(
            Phrase.DEADLINE_DETAILS,
            Map.of("date", scene.date(scene.today()), "provision", rule.provision().orElse(""))),
        Deadline.of(scene.today(), rule).due(),
        ALARMS);
  }
}
