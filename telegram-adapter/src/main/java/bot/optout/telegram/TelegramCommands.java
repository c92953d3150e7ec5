package bot.optout.telegram;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The commands in Telegram's menu. */
final class TelegramCommands {
  private static final Map<String, String> MENU = menu();

  private TelegramCommands() {}

  static Set<String> names() {
    return MENU.keySet();
  }

  /** Name and description, in the order of the menu. */
  static Map<String, String> described() {
    return MENU;
  }

  private static Map<String, String> menu() {
    Map<String, String> menu = new LinkedHashMap<>();
    menu.put("start", "What this bot does");
    menu.put("ask", "Ask a question");
    menu.put("draft", "Draft an objection");
    menu.put("cases", "Your letters and deadlines");
    menu.put("language", "Change the language");
    menu.put("privacy", "What is stored, and for how long");
    menu.put("mydata", "Everything stored about you");
    menu.put("forget", "Delete everything about you");
    menu.put("cancel", "Stop what you are doing");
    menu.put("help", "How to use this bot");
    return menu;
  }
}
