package bot.optout.telegram;

import bot.optout.BotProfile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Telegram shows of the bot: its menu of commands for each kind of chat, its name and its
 * descriptions, in each language. Only what differs is set, since Telegram lets a name be changed
 * just a few times a day.
 */
final class TelegramProfile {
  private final TelegramMethods methods;

  TelegramProfile(TelegramMethods methods) {
    this.methods = methods;
  }

  /**
   * Brings it up to date.
   *
   * @param fallback for everybody whose language has none of its own
   * @param words whether name and descriptions are ours to set, too
   */
  void offer(BotProfile fallback, List<BotProfile> languages, boolean words)
      throws TelegramTrouble {
    offer(fallback, Optional.empty(), words);
    for (BotProfile profile : languages) {
      String code = profile.language().getLanguage();
      // Telegram knows two letters, and nothing finer.
      if (code.length() == 2) {
        offer(profile, Optional.of(code), words);
      }
    }
  }

  private void offer(BotProfile profile, Optional<String> language, boolean words)
      throws TelegramTrouble {
    for (TelegramCommands.Scope scope : TelegramCommands.Scope.values()) {
      commands(scope, language, scope.described(profile.commands()));
    }
    if (words) {
      words("MyName", "name", profile.name(), language);
      words("MyDescription", "description", profile.description(), language);
      words("MyShortDescription", "short_description", profile.shortDescription(), language);
    }
  }

  private void commands(
      TelegramCommands.Scope scope, Optional<String> language, Map<String, String> described)
      throws TelegramTrouble {
    JsonNode now = methods.call("getMyCommands", parameters -> where(parameters, scope, language));
    if (!same(now, described)) {
      methods.call(
          "setMyCommands",
          parameters -> {
            where(parameters, scope, language);
            ArrayNode list = parameters.putArray("commands");
            described.forEach(
                (name, what) -> list.addObject().put("command", name).put("description", what));
          });
    }
  }

  private static boolean same(JsonNode now, Map<String, String> wanted) {
    boolean same = now.size() == wanted.size();
    int at = 0;
    for (Map.Entry<String, String> command : wanted.entrySet()) {
      JsonNode one = now.path(at++);
      same &=
          one.path("command").asText().equals(command.getKey())
              && one.path("description").asText().equals(command.getValue());
    }
    return same;
  }

  private static void where(
      ObjectNode parameters, TelegramCommands.Scope scope, Optional<String> language) {
    parameters.putObject("scope").put("type", scope.type());
    language.ifPresent(code -> parameters.put("language_code", code));
  }

  private void words(String method, String field, String wanted, Optional<String> language)
      throws TelegramTrouble {
    JsonNode now =
        methods.call(
            "get" + method,
            parameters -> language.ifPresent(code -> parameters.put("language_code", code)));
    if (!now.path(field).asText().equals(wanted)) {
      methods.call(
          "set" + method,
          parameters -> {
            parameters.put(field, wanted);
            language.ifPresent(code -> parameters.put("language_code", code));
          });
    }
  }
}
