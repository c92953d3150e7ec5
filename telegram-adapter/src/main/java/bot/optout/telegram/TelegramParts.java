package bot.optout.telegram;

import bot.optout.message.Block;
import bot.optout.message.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lays blocks out as HTML and cuts them into messages: between blocks where it can, inside a block
 * that is too long alone between paragraphs, else lines, else words.
 */
final class TelegramParts {
  /** UTF-16 units of a message after its entities are parsed. */
  static final int LIMIT = 4096;

  private static final String BETWEEN_BLOCKS = "\n\n";
  private static final String BETWEEN_LINES = "\n";

  private final List<String> parts = new ArrayList<>();
  private final StringBuilder html = new StringBuilder();
  private int length = 0;

  /** One or more messages in HTML, none of them empty or longer than the limit. */
  static List<String> of(List<Block> blocks) {
    TelegramParts parts = new TelegramParts();
    blocks.forEach(parts::add);
    parts.cut();
    return parts.parts.isEmpty() ? List.of(TelegramText.NOTHING_VISIBLE) : List.copyOf(parts.parts);
  }

  private void add(Block block) {
    if (block instanceof Block.Headline headline) {
      add(headline.text(), "<b>", "</b>");
    } else if (block instanceof Block.Items items) {
      add(listed(items), "", "");
    } else if (block instanceof Block.Quote quote) {
      add(TelegramText.withoutAutomaticLinks(quote.text()), "<blockquote>", "</blockquote>");
    } else if (block instanceof Block.Copyable copyable) {
      add(copyable.text(), "<pre>", "</pre>");
    } else if (block instanceof Block.SmallPrint smallPrint) {
      add(smallPrint.text(), "<i>", "</i>");
    } else if (block instanceof Block.Sources sources) {
      addSources(sources.links());
    } else {
      add(block.plainText(), "", "");
    }
  }

  private static String listed(Block.Items items) {
    return String.join(
        "\n",
        IntStream.range(0, items.items().size())
            .mapToObj(i -> (items.numbered() ? (i + 1) + ". " : "• ") + items.items().get(i))
            .toList());
  }

  private void addSources(List<Link> links) {
    String separator = BETWEEN_BLOCKS;
    for (Link link : links) {
      String title = TelegramText.clean(link.title()).strip();
      for (String piece : TextPieces.of("• " + title, LIMIT)) {
        boolean linked = link.url().filter(TelegramParts::isWeb).isPresent() && piece.length() > 2;
        place(
            separator,
            piece.length(),
            linked ? linked(piece, link.url().orElseThrow()) : TelegramText.escape(piece));
        separator = BETWEEN_LINES;
      }
    }
  }

  private static boolean isWeb(String url) {
    return url.startsWith("https://") || url.startsWith("http://");
  }

  private static String linked(String piece, String url) {
    int start = piece.startsWith("• ") ? 2 : 0;
    return TelegramText.escape(piece.substring(0, start))
        + "<a href=\""
        + TelegramText.escape(url)
        + "\">"
        + TelegramText.escape(piece.substring(start))
        + "</a>";
  }

  private void add(String text, String open, String close) {
    String separator = BETWEEN_BLOCKS;
    for (String piece : TextPieces.of(TelegramText.clean(text), LIMIT)) {
      place(separator, piece.length(), open + TelegramText.escape(piece) + close);
    }
  }

  private void place(String separator, int pieceLength, String pieceHtml) {
    if (length > 0 && length + separator.length() + pieceLength > LIMIT) {
      cut();
    }
    if (length > 0) {
      html.append(separator);
      length += separator.length();
    }
    html.append(pieceHtml);
    length += pieceLength;
  }

  private void cut() {
    if (length > 0) {
      parts.add(html.toString());
      html.setLength(0);
      length = 0;
    }
  }
}
