package bot.optout.slack;

import bot.optout.content.Content;
import bot.optout.conversation.Phrase;
import bot.optout.knowledge.Entry;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Slack suggests above the empty conversation: a draft, and a question of each topic. */
final class SlackPrompts {
  private SlackPrompts() {}

  /** A suggestion; pressing it says the message. */
  record Prompt(String title, String message) {}

  static List<Prompt> of(SlackWords words, Optional<String> language) {
    List<Prompt> prompts = new ArrayList<>();
    String draft = words.say(language, Phrase.CHOOSE_DRAFT);
    prompts.add(new Prompt(draft, draft));
    Content content = words.content();
    Set<Object> topics = new HashSet<>();
    for (Entry entry : content.script(words.tag(language)).knowledge().entries()) {
      if (prompts.size() < SlackLimits.PROMPTS && topics.add(entry.topic())) {
        prompts.add(
            new Prompt(SlackText.cut(entry.question(), SlackLimits.BUTTON_TEXT), entry.question()));
      }
    }
    return List.copyOf(prompts);
  }

  static SlackCall call(String channel, List<Prompt> prompts) {
    JsonArray array = new JsonArray();
    for (Prompt prompt : prompts) {
      JsonObject one = new JsonObject();
      one.addProperty("title", prompt.title());
      one.addProperty("message", prompt.message());
      array.add(one);
    }
    JsonObject args = new JsonObject();
    args.addProperty("channel_id", channel);
    args.add("prompts", array);
    return new SlackCall("assistant.threads.setSuggestedPrompts", args);
  }
}
