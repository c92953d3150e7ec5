package bot.optout.console;

import bot.optout.Input;
import bot.optout.message.Choice;
import java.util.List;

/** What a line typed into the terminal means: a command, the number of a button, or words. */
final class TypedLine {
  private TypedLine() {}

  /**
   * @param offered the buttons shown last, numbered from 1
   */
  static Input read(String line, List<Choice> offered) {
    String text = line.strip();
    if (text.startsWith("/") && text.length() > 1) {
      return command(text);
    }
    if (text.matches("[0-9]{1,2}")) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= offered.size()) {
        return new Input.Pressed(offered.get(number - 1).id());
      }
    }
    return new Input.Said(text);
  }

  static Input command(String text) {
    String[] words = text.strip().substring(1).split("\\s+", 2);
    return new Input.Commanded(words[0], words.length > 1 ? words[1] : "");
  }
}
