package bot.optout.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A letter, laid out. Every text in it is plain text; holds what the person typed.
 *
 * @param sender name first, then what else stands at the top, in lines
 * @param recipient name and postal address, in lines
 * @param date as it is written in the letter
 * @param closing the farewell, then what stands below the signature, in lines
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
    String text();

    record Paragraph(String text) implements Part {}

    record Heading(String text) implements Part {}

    /** Things to read one below the other. They belong to the part before them. */
    record Bullets(List<String> items) implements Part {
      public Bullets {
        items = List.copyOf(items);
      }

      @Override
      public String text() {
        return items.stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
      }
    }
  }

  /** The whole letter as plain text, without a line break at its end. */
  public String text() {
    return Stream.of(
            String.join("\n", sender),
            String.join("\n", recipient),
            date,
            subject,
            bodyText(),
            closing.stream().limit(1).collect(Collectors.joining()),
            closing.stream().skip(1).collect(Collectors.joining("\n")))
        .map(String::strip)
        .filter(block -> !block.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private String bodyText() {
    List<String> text = new ArrayList<>();
    for (Part part : body) {
      if (!text.isEmpty()) {
        text.add(part instanceof Part.Bullets ? "\n" : "\n\n");
      }
      text.add(part.text());
    }
    return String.join("", text);
  }

  @Override
  public String toString() {
    return "Sheet[" + language.toLanguageTag() + ", " + body.size() + " parts]";
  }
}
