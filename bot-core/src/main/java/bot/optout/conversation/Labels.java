package bot.optout.conversation;

import bot.optout.message.Choice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Typing instead of pressing: a button's number, its label, or the clear beginning of one. */
final class Labels {
  private static final int SHORTEST_BEGINNING = 3;

  private Labels() {}

  static Optional<Choice> match(String typed, List<Choice> offered) {
    String text = plain(typed);
    return number(text)
        .filter(number -> number >= 1 && number <= offered.size())
        .map(number -> offered.get(number - 1))
        .or(() -> offered.stream().filter(choice -> plain(choice.label()).equals(text)).findFirst())
        .or(() -> onlyBeginning(text, offered));
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[0-9]{1,2}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  private static Optional<Choice> onlyBeginning(String text, List<Choice> offered) {
    if (text.length() < SHORTEST_BEGINNING) {
      return Optional.empty();
    }
    List<Choice> beginning =
        offered.stream().filter(choice -> plain(choice.label()).startsWith(text)).toList();
    return beginning.size() == 1 ? Optional.of(beginning.get(0)) : Optional.empty();
  }

  private static String plain(String text) {
    return text.strip().replaceAll("[.!?,;:]+$", "").replace('’', '\'').toLowerCase(Locale.ROOT);
  }
}
