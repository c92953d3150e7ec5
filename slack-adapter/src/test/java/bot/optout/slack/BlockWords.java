package bot.optout.slack;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The words of a block as Slack shows them, in plain text. */
final class BlockWords {
  private BlockWords() {}

  static String of(JsonObject block) {
    return switch (text(block, "type")) {
      case "header" -> SlackJson.object(block, "text").map(t -> text(t, "text")).orElse("");
      case "rich_text", "context" ->
          SlackJson.objects(block, "elements").stream()
              .map(BlockWords::part)
              .collect(Collectors.joining("\n"));
      default -> "";
    };
  }

  private static String part(JsonObject part) {
    return switch (text(part, "type")) {
      case "plain_text" -> text(part, "text");
      case "rich_text_list" -> list(part);
      case "rich_text_quote" -> "> " + runs(part).replace("\n", "\n> ");
      default -> runs(part);
    };
  }

  private static String list(JsonObject list) {
    boolean numbered = text(list, "style").equals("ordered");
    int offset = SlackJson.text(list, "offset").map(Integer::valueOf).orElse(0);
    List<JsonObject> items = SlackJson.objects(list, "elements");
    return IntStream.range(0, items.size())
        .mapToObj(i -> (numbered ? (offset + i + 1) + ". " : "- ") + runs(items.get(i)))
        .collect(Collectors.joining("\n"));
  }

  private static String runs(JsonObject part) {
    return SlackJson.objects(part, "elements").stream()
        .map(
            run ->
                text(run, "type").equals("link")
                    ? text(run, "text") + "\n  " + text(run, "url")
                    : text(run, "text"))
        .collect(Collectors.joining());
  }

  private static String text(JsonObject object, String name) {
    return SlackJson.text(object, name).orElse("");
  }
}
