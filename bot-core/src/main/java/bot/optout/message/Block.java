package bot.optout.message;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One part of a message. Every text in it is plain text, never markup, and may quote a person:
 * {@code toString} hides it.
 */
public sealed interface Block {
  String plainText();

  /** The title of a message; at most 150 characters. */
  record Headline(String text) implements Block {
    @Override
    public String plainText() {
      return text;
    }

    @Override
    public String toString() {
      return "Headline";
    }
  }

  record Paragraph(String text) implements Block {
    @Override
    public String plainText() {
      return text;
    }

    @Override
    public String toString() {
      return "Paragraph";
    }
  }

  /** Things to read one below the other; numbered where the order matters. */
  record Items(boolean numbered, List<String> items) implements Block {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String plainText() {
      return IntStream.range(0, items.size())
          .mapToObj(i -> (numbered ? (i + 1) + ". " : "- ") + items.get(i))
          .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
      return "Items[" + items.size() + "]";
    }
  }

  /** Somebody else's words. */
  record Quote(String text) implements Block {
    @Override
    public String plainText() {
      return "> " + text.replace("\n", "\n> ");
    }

    @Override
    public String toString() {
      return "Quote";
    }
  }

  /**
   * Text meant to be copied as it is; the only block that may hold what the person typed.
   *
   * @param button words for a button that copies it, where the text is short (an address, a form's
   *     field) and the platform has such buttons; at most 75 characters
   */
  record Copyable(String text, Optional<String> button) implements Block {
    public Copyable(String text) {
      this(text, Optional.empty());
    }

    @Override
    public String plainText() {
      return text;
    }

    @Override
    public String toString() {
      return "Copyable";
    }
  }

  /** Where the facts come from. */
  record Sources(List<Link> links) implements Block {
    public Sources {
      links = List.copyOf(links);
    }

    @Override
    public String plainText() {
      return links.stream().map(Link::plainText).collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
      return "Sources[" + links.size() + "]";
    }
  }

  /** Small and last: dates, countries, "information, not legal advice". */
  record SmallPrint(String text) implements Block {
    @Override
    public String plainText() {
      return text;
    }

    @Override
    public String toString() {
      return "SmallPrint";
    }
  }
}
