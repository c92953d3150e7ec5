package bot.optout.telegram;

import bot.optout.BotProfile;
import bot.optout.Found;
import bot.optout.message.Message;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Answers as they are offered while somebody types {@code @bot ...} anywhere. */
final class InlineResults {
  /** Seconds; the same words mean the same for the same person for a while. */
  private static final int CACHED = 300;

  private static final int TITLE = 256;
  private static final int DESCRIPTION = 120;
  private static final String SHARED = "s_";

  private final TelegramSelf self;

  InlineResults(TelegramSelf self) {
    this.self = self;
  }

  /** The parameters of {@code answerInlineQuery}. */
  void fill(ObjectNode parameters, String query, List<Found> found, BotProfile profile) {
    parameters.put("inline_query_id", query).put("cache_time", CACHED).put("is_personal", true);
    parameters
        .putObject("button")
        .put("text", profile.morePrivately())
        .put("start_parameter", "ask");
    var results = parameters.putArray("results");
    found.forEach(one -> result(results.addObject(), one, profile));
  }

  /** The parameters of {@code answerGuestQuery}: the best answer, else who the bot is. */
  void fillGuest(ObjectNode parameters, String query, List<Found> found, BotProfile profile) {
    parameters.put("guest_query_id", query);
    result(
        parameters.putObject("result"),
        found.stream().findFirst().orElseGet(() -> introduction(profile)),
        profile);
  }

  private static Found introduction(BotProfile profile) {
    return new Found("ask", profile.name(), Message.of(profile.description()));
  }

  private void result(ObjectNode result, Found found, BotProfile profile) {
    result.put("type", "article").put("id", "entry:" + found.entry());
    result.put("title", shortened(TelegramText.label(found.title()), TITLE));
    result.put("description", description(found));
    ObjectNode content = result.putObject("input_message_content");
    content.put("message_text", TelegramParts.of(found.message().blocks()).get(0));
    content.put("parse_mode", "HTML");
    content.putObject("link_preview_options").put("is_disabled", true);
    result
        .putObject("reply_markup")
        .putArray("inline_keyboard")
        .addArray()
        .addObject()
        .put("text", profile.morePrivately())
        .put("url", self.link(SHARED + found.entry()));
  }

  private static String description(Found found) {
    String text = TelegramText.clean(found.message().blocks().get(0).plainText()).strip();
    return shortened(text, DESCRIPTION);
  }

  /** A character is one or two of the units that are counted, and none is torn apart. */
  private static String shortened(String text, int most) {
    return text.length() <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most / 2 - 1)) + "…";
  }
}
