package bot.optout.telegram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The bot's commands, and in which menus they stand. */
final class TelegramCommands {
  private static final List<String> ALL =
      List.of(
          "start",
          "ask",
          "draft",
          "cases",
          "language",
          "privacy",
          "mydata",
          "forget",
          "cancel",
          "help");

  /** What makes sense where others read along; the rest leads into the private chat. */
  private static final List<String> AMONG_OTHERS =
      List.of("ask", "draft", "language", "privacy", "help");

  private TelegramCommands() {}

  /** The kinds of chats that have a menu of their own. */
  enum Scope {
    DEFAULT,
    ALL_PRIVATE_CHATS,
    ALL_GROUP_CHATS,
    ALL_CHAT_ADMINISTRATORS;

    String type() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The commands of this menu in its order, of those that have words. */
    Map<String, String> described(Map<String, String> words) {
      boolean others = this == ALL_GROUP_CHATS || this == ALL_CHAT_ADMINISTRATORS;
      Map<String, String> menu = new LinkedHashMap<>();
      for (String command : others ? AMONG_OTHERS : ALL) {
        String what = words.get(command);
        if (what != null) {
          menu.put(command, what);
        }
      }
      return menu;
    }
  }

  static List<String> names() {
    return ALL;
  }
}
