package bot.optout.slack;

import bot.optout.Input;
import java.util.Locale;
import java.util.Set;

/** Reads what follows {@code /optout}: nothing, a command of ours, or a question. */
final class SlackCommand {
  static final String MENU = "start";

  /**
   * Their answers go to the person's direct messages, where a draft lives and can be typed into.
   */
  private static final Set<String> PERSONAL =
      Set.of("draft", "mydata", "forget", "cases", "cancel");

  private static final Set<String> PERSONAL_CHOICES = Set.of("draft", "mydata", "forget", "cases");

  private static final Set<String> SHORT =
      Set.of("help", "privacy", "mydata", "cases", "cancel", "forget", "language", MENU);

  /** "help me" is a command, "help me object to Instagram" is a question. */
  private static final int SHORT_WORDS = 2;

  private SlackCommand() {}

  static Input.Commanded read(String text) {
    if (text.isEmpty()) {
      return new Input.Commanded(MENU, "");
    }
    String[] words = text.split("\\s+", 2);
    String name = words[0].toLowerCase(Locale.ROOT);
    String rest = words.length == 2 ? words[1] : "";
    boolean command =
        name.equals("draft")
            || (SHORT.contains(name) && text.split("\\s+", -1).length <= SHORT_WORDS);
    return command ? new Input.Commanded(name, rest) : new Input.Commanded("ask", text);
  }

  static boolean isPersonal(Input.Commanded command) {
    return PERSONAL.contains(command.name());
  }

  /** Whether it takes a form of several steps. */
  static boolean needsSpace(Input.Commanded command) {
    return command.name().equals("draft");
  }

  /** Whether a button begins something personal, which nobody can type into where it stands. */
  static boolean beginsPersonal(String choice) {
    return PERSONAL_CHOICES.contains(choice);
  }
}
