package bot.optout.message;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing the bot says: blocks from top to bottom, then the ways on. Texts are plain; a renderer
 * escapes them for its platform. {@code toString} hides the texts, since they may quote a person.
 */
public record Message(
    List<Block> blocks, List<Choice> choices, List<Attachment> attachments, Optional<Field> field) {
  public Message {
    blocks = List.copyOf(blocks);
    choices = List.copyOf(choices);
    attachments = List.copyOf(attachments);
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("a message says something");
    }
  }

  /** Without a question to which the answer is typed. */
  public Message(List<Block> blocks, List<Choice> choices, List<Attachment> attachments) {
    this(blocks, choices, attachments, Optional.empty());
  }

  public static Message of(String... paragraphs) {
    return new Message(
        Stream.of(paragraphs).<Block>map(Block.Paragraph::new).toList(), List.of(), List.of());
  }

  public static Message of(List<Block> blocks) {
    return new Message(blocks, List.of(), List.of());
  }

  public Message offering(List<Choice> ways) {
    return new Message(blocks, ways, attachments, field);
  }

  public Message offering(Choice... ways) {
    return offering(List.of(ways));
  }

  public Message carrying(Attachment attachment) {
    return new Message(
        blocks,
        choices,
        Stream.concat(attachments.stream(), Stream.of(attachment)).toList(),
        field);
  }

  /** This message, with another's blocks below and the other's choices and field. */
  public Message then(Message next) {
    return new Message(
        Stream.concat(blocks.stream(), next.blocks.stream()).toList(),
        next.choices,
        Stream.concat(attachments.stream(), next.attachments.stream()).toList(),
        next.field);
  }

  /** A question to which the answer may be typed there. */
  public Message asking(Field answer) {
    return new Message(blocks, choices, attachments, Optional.of(answer));
  }

  /** The same question again, because of what is wrong with the answer. */
  public Message flawed(String remark) {
    return new Message(blocks, choices, attachments, field.map(open -> open.flawed(remark)));
  }

  /** The words alone, for terminals, notifications and screen readers. */
  public String plainText() {
    return String.join("\n\n", blocks.stream().map(Block::plainText).toList());
  }

  public Optional<Choice> choice(String id) {
    return choices.stream().filter(choice -> choice.id().equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return "Message[" + blocks.size() + " blocks, " + choices + "]";
  }
}
