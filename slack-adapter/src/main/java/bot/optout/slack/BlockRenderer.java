package bot.optout.slack;

import bot.optout.message.Block;
import bot.optout.message.Choice;
import bot.optout.message.ChoiceIds;
import bot.optout.message.Link;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One block of a message as blocks of Slack's, each with the words that stand in it. */
final class BlockRenderer {
  /** Stands where Slack wants words and there are none. */
  static final String BLANK = "…";

  private BlockRenderer() {}

  /**
   * A block of Slack's.
   *
   * @param words the same in plain text, for notifications and screen readers
   */
  record Rendered(JsonObject json, String words) {
    @Override
    public String toString() {
      return "Rendered";
    }
  }

  static Stream<Rendered> render(Block block) {
    if (block instanceof Block.Headline headline) {
      return headline(headline);
    }
    if (block instanceof Block.Paragraph paragraph) {
      return texts(paragraph.text()).map(t -> rich(BlockKit.section(t), t));
    }
    if (block instanceof Block.Items items) {
      return items(items);
    }
    if (block instanceof Block.Quote quote) {
      return texts(quote.text()).map(t -> rich(BlockKit.quote(t), new Block.Quote(t).plainText()));
    }
    if (block instanceof Block.Copyable copyable) {
      return texts(copyable.text()).map(t -> rich(BlockKit.preformatted(t), t));
    }
    if (block instanceof Block.Sources sources) {
      return sources(sources);
    }
    return smallPrint((Block.SmallPrint) block);
  }

  /** The choices of a message: buttons, and Slack's own element for what people think of it. */
  static Stream<JsonObject> actions(List<Choice> choices) {
    Optional<Choice> up = opinion(choices, ChoiceIds.UP);
    Optional<Choice> down = opinion(choices, ChoiceIds.DOWN);
    if (up.isEmpty() || down.isEmpty()) {
      return buttons(choices);
    }
    List<Choice> others =
        choices.stream().filter(c -> !c.equals(up.get()) && !c.equals(down.get())).toList();
    return Stream.concat(
        buttons(others), Stream.of(BlockKit.feedback(opinion(up.get()), opinion(down.get()))));
  }

  /** All of them as buttons, where that element is not allowed. */
  static Stream<JsonObject> buttons(List<Choice> choices) {
    List<JsonObject> buttons =
        IntStream.range(0, choices.size()).mapToObj(i -> button(i, choices.get(i))).toList();
    return BlockKit.groups(buttons, SlackLimits.BUTTONS).stream().map(BlockKit::actions);
  }

  private static Optional<Choice> opinion(List<Choice> choices, String prefix) {
    return choices.stream()
        .filter(choice -> choice.id().startsWith(prefix))
        .filter(choice -> choice.id().indexOf(':', prefix.length()) < 0)
        .findFirst();
  }

  private static JsonObject opinion(Choice choice) {
    return BlockKit.opinion(filled(choice.label()), choice.id());
  }

  /** The value says what was pressed; the action's id only has to differ within the message. */
  private static JsonObject button(int index, Choice choice) {
    return BlockKit.button("choice-" + index, filled(choice.label()), choice.id());
  }

  /** A title that is too long is cut as a title, and stands in full below. */
  private static Stream<Rendered> headline(Block.Headline headline) {
    String text = clean(headline.text()).replace('\n', ' ').strip();
    if (text.isEmpty()) {
      return Stream.empty();
    }
    String title = SlackText.cut(text, SlackLimits.HEADER);
    Stream<Rendered> header = Stream.of(new Rendered(BlockKit.header(title), title));
    return title.equals(text)
        ? header
        : Stream.concat(header, texts(text).map(t -> rich(BlockKit.section(t), t)));
  }

  /** A list that is too long for one message goes on in the next, counting on. */
  private static Stream<Rendered> items(Block.Items block) {
    List<String> items = block.items().stream().flatMap(BlockRenderer::texts).toList();
    Stream.Builder<Rendered> lists = Stream.builder();
    int from = 0;
    while (from < items.size()) {
      int to = from + 1;
      int length = items.get(from).length();
      while (to < items.size() && length + items.get(to).length() < SlackLimits.MESSAGE_TEXT) {
        length += items.get(to++).length();
      }
      lists.add(list(block.numbered(), from, items.subList(from, to)));
      from = to;
    }
    return lists.build();
  }

  private static Rendered list(boolean numbered, int offset, List<String> items) {
    JsonObject list = BlockKit.items(numbered, items.stream().map(BlockKit::section).toList());
    if (numbered && offset > 0) {
      list.addProperty("offset", offset);
    }
    return rich(list, new Block.Items(numbered, items).plainText());
  }

  private static Stream<Rendered> sources(Block.Sources block) {
    if (block.links().isEmpty()) {
      return Stream.empty();
    }
    JsonObject list =
        BlockKit.items(false, block.links().stream().map(BlockRenderer::source).toList());
    return Stream.of(rich(list, clean(block.plainText())));
  }

  private static JsonObject source(Link link) {
    String title = filled(SlackText.cut(clean(link.title()), SlackLimits.TEXT_OBJECT));
    return link.url()
        .map(url -> BlockKit.linkSection(title, url))
        .orElseGet(() -> BlockKit.section(title));
  }

  private static Stream<Rendered> smallPrint(Block.SmallPrint block) {
    String text = clean(block.text());
    return text.isBlank()
        ? Stream.empty()
        : SlackText.pieces(text, SlackLimits.TEXT_OBJECT).stream()
            .map(t -> new Rendered(BlockKit.context(filled(t)), t));
  }

  /** Slack refuses empty texts, so a blank block is left out; a long one becomes several. */
  private static Stream<String> texts(String text) {
    String clean = clean(text);
    return clean.isBlank()
        ? Stream.empty()
        : SlackText.pieces(clean, SlackLimits.MESSAGE_TEXT).stream();
  }

  private static Rendered rich(JsonObject part, String words) {
    return new Rendered(BlockKit.richText(part), words);
  }

  private static String filled(String text) {
    String clean = clean(text);
    return clean.isBlank() ? BLANK : clean;
  }

  private static String clean(String text) {
    return SlackText.clean(text);
  }
}
