package bot.optout.telegram;

import bot.optout.message.Block;
import bot.optout.message.Choice;
import bot.optout.message.Link;
import bot.optout.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Messages made of what people, and software, get wrong. */
final class NaughtyStrings {
  private static final List<String> PIECES =
      List.of(
          "<",
          ">",
          "&",
          "\"",
          "'",
          "</b>",
          "<b>",
          "<pre>",
          "</pre>",
          "<script>alert(1)</script>",
          "&lt;",
          "&amp;amp;",
          "&#60;",
          "&#x3c;",
          "&nbsp;",
          "<a href=\"",
          "<!--",
          "-->",
          "]]>",
          "\u0000",
          "\u0007",
          "\u001B[31m",
          "\r\n",
          "\n\n\n",
          "\t",
          "\u0085",
          "\u00A0",
          "\u2028",
          "\u200B",
          "\u200D",
          "\u200F",
          "\u202E",
          "\u2060",
          "\u2066",
          "\u3164",
          "\uFEFF",
          "\uFFFE",
          "\uD800",
          "\uDC00",
          "\uD83D",
          "😀",
          "👩‍👩‍👧‍👦",
          "🇩🇪",
          "👍🏽",
          "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠G̴̻̈́O",
          "é",
          "שלום",
          "مرحبا بالعالم",
          "ﷺ",
          "日本語",
          "ไทย",
          "ł ő ą",
          "Ω≈ç√",
          "@durov",
          "/start",
          "#tag",
          "$USD",
          "tg://user?id=1",
          "https://evil.example/?a=1&b=2",
          "{{name}}",
          "${x}",
          "%s%n",
          "\\",
          "\\u0000",
          "null",
          "undefined",
          "NaN",
          "'; DROP TABLE inbox; --",
          "*_~`",
          "||spoiler||",
          "a",
          "word ",
          "a longer sentence that somebody may have written. ");

  private NaughtyStrings() {}

  static Message message(Random random) {
    List<Block> blocks =
        IntStream.rangeClosed(0, random.nextInt(6)).mapToObj(i -> block(random)).toList();
    List<Choice> choices =
        IntStream.range(0, random.nextInt(5)).mapToObj(i -> choice(random, i)).toList();
    return Message.of(blocks).offering(choices);
  }

  static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int most = random.nextInt(50) == 0 ? 3_000 : 30;
    for (int i = random.nextInt(most); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static Choice choice(Random random, int number) {
    String label = "x" + text(random);
    return new Choice(id(random, number), label.substring(0, Math.min(label.length(), 75)));
  }

  /** Of any length up to the longest, some of them leading into the private chat. */
  private static String id(Random random, int number) {
    StringBuilder id = new StringBuilder(random.nextInt(4) == 0 ? "private:" : "").append(number);
    int length = id.length() + random.nextInt(Choice.MAX_ID_BYTES - id.length() + 1);
    while (id.length() < length) {
      id.append((char) (' ' + random.nextInt(95)));
    }
    return id.toString();
  }

  private static Block block(Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> new Block.Headline(text(random));
      case 1 -> new Block.Items(random.nextBoolean(), texts(random));
      case 2 -> new Block.Quote(text(random));
      case 3 -> new Block.Copyable(text(random), button(random));
      case 4 -> new Block.Sources(links(random));
      case 5 -> new Block.SmallPrint(text(random));
      default -> new Block.Paragraph(text(random));
    };
  }

  private static Optional<String> button(Random random) {
    String label = text(random);
    return random.nextBoolean()
        ? Optional.of(label.substring(0, Math.min(label.length(), 75)))
        : Optional.empty();
  }

  private static List<String> texts(Random random) {
    List<String> texts = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      texts.add(text(random));
    }
    return texts;
  }

  private static List<Link> links(Random random) {
    return texts(random).stream()
        .map(
            title ->
                new Link(
                    title,
                    random.nextBoolean()
                        ? Optional.of("https://example.com/" + random.nextInt())
                        : Optional.empty()))
        .toList();
  }
}
