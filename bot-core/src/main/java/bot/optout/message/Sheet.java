package bot.optout.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A letter, laid out but in no file format yet. Every text is plain, and may hold what a person
 * typed; {@code toString} hides it.
 *
 * @param sender name and contact, in lines
 * @param recipient name and address, in lines
 * @param date as it is written in the language
 * @param body from the salutation to the last sentence
 * @param closing the formula, then the name; room for a signature belongs between them
 */
public record Sheet(
    Locale language,
    List<String> sender,
    List<String> recipient,
    String date,
    String subject,
    List<Part> body,
    List<String> closing) {
  public Sheet {
    sender = List.copyOf(sender);
    recipient = List.copyOf(recipient);
    body = List.copyOf(body);
    closing = List.copyOf(closing);
  }

  /** One part of the body. */
  public sealed interface Part {
    String plainText();

    record Paragraph(String text) implements Part {
      @Override
      public String plainText() {
        return text;
      }

      @Override
      public String toString() {
        return "Paragraph";
      }
    }

    record Heading(String text) implements Part {
      @Override
      public String plainText() {
        return text;
      }

      @Override
      public String toString() {
        return "Heading";
      }
    }

    record Bullets(List<String> items) implements Part {
      public Bullets {
        items = List.copyOf(items);
      }

      @Override
      public String plainText() {
        return items.stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
      }

      @Override
      public String toString() {
        return "Bullets[" + items.size() + "]";
      }
    }
  }

  /** The whole letter as plain text, from the sender to the name below it. */
  public String text() {
    List<String> blocks = new ArrayList<>();
    blocks.add(String.join("\n", sender));
    blocks.add(String.join("\n", recipient));
    blocks.add(date);
    blocks.add(subject);
    blocks.add(textOf(body));
    blocks.add(String.join("\n\n", closing));
    return blocks.stream().filter(block -> !block.isBlank()).collect(Collectors.joining("\n\n"));
  }

  /** Parts of a body alone. A bullet list stands close below the sentence that announces it. */
  public static String textOf(List<Part> body) {
    StringBuilder text = new StringBuilder();
    for (Part part : body) {
      if (!text.isEmpty()) {
        text.append(part instanceof Part.Bullets ? "\n" : "\n\n");
      }
      text.append(part.plainText());
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return "Sheet[" + language + ", " + body.size() + " parts]";
  }
}
