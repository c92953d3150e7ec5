package bot.optout;

import bot.optout.cases.Case;
import bot.optout.conversation.Context;
import bot.optout.conversation.Saved;
import bot.optout.message.Attachment;
import bot.optout.message.Block;
import bot.optout.message.Message;
import bot.optout.message.Sheet;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;

/** What waits in the store, as JSON. The names are a stored format and keep their meaning. */
final class Payloads {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(days())
          // isEmpty() and the like are questions to a value, not parts of it.
          .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
          .addMixIn(Input.class, InputTypes.class)
          .addMixIn(Block.class, BlockTypes.class)
          .addMixIn(Attachment.class, AttachmentTypes.class)
          .addMixIn(Sheet.Part.class, PartTypes.class)
          .addMixIn(Pending.class, PendingTypes.class)
          .build();

  private Payloads() {}

  /** Days as people write them in files: 2026-11-24. */
  private static SimpleModule days() {
    return new SimpleModule()
        .addSerializer(LocalDate.class, ToStringSerializer.instance)
        .addDeserializer(
            LocalDate.class,
            new FromStringDeserializer<LocalDate>(LocalDate.class) {
              @Override
              protected LocalDate _deserialize(String text, DeserializationContext context) {
                return LocalDate.parse(text);
              }
            });
  }

  /** A message as it waits in the outbox; its card is known only when it leaves. */
  sealed interface Pending {
    /**
     * Say something.
     *
     * @param traceless no reference to it is kept once it is delivered
     * @param language tag of the language it speaks
     */
    record Say(
        Address address,
        Message message,
        boolean inPlace,
        boolean traceless,
        Optional<String> language)
        implements Pending {
      Say(Address address, Message message, boolean inPlace, boolean traceless) {
        this(address, message, inPlace, traceless, Optional.empty());
      }
    }

    record Delete(Address address, String reference) implements Pending {
      @Override
      public String toString() {
        return "Delete";
      }
    }
  }

  static String write(Incoming incoming) {
    return json(incoming);
  }

  static String write(Pending pending) {
    return json(pending);
  }

  static String write(Saved saved) {
    return json(saved);
  }

  static String write(Context context) {
    return json(context);
  }

  static String write(Case followed) {
    return json(followed);
  }

  static Case followed(String text) {
    return read(text, Case.class);
  }

  static Incoming incoming(String text) {
    return read(text, Incoming.class);
  }

  static Pending pending(String text) {
    return read(text, Pending.class);
  }

  static Saved saved(String text) {
    return read(text, Saved.class);
  }

  static Context context(String text) {
    return read(text, Context.class);
  }

  /** Of any of them, as it is kept. */
  static JsonNode tree(String text) {
    return read(text, JsonNode.class);
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(String text, Class<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      // The message of the cause quotes the text, which is somebody's: it goes no further.
      throw new IllegalStateException("unreadable " + type.getSimpleName());
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Input.Said.class, name = "said"),
    @JsonSubTypes.Type(value = Input.Edited.class, name = "edited"),
    @JsonSubTypes.Type(value = Input.Pressed.class, name = "pressed"),
    @JsonSubTypes.Type(value = Input.Commanded.class, name = "commanded"),
    @JsonSubTypes.Type(value = Input.Attached.class, name = "attached"),
    @JsonSubTypes.Type(value = Input.Added.class, name = "added"),
    @JsonSubTypes.Type(value = Input.Left.class, name = "left"),
    @JsonSubTypes.Type(value = Input.Elapsed.class, name = "elapsed")
  })
  private interface InputTypes {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Headline.class, name = "headline"),
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Items.class, name = "items"),
    @JsonSubTypes.Type(value = Block.Quote.class, name = "quote"),
    @JsonSubTypes.Type(value = Block.Copyable.class, name = "copyable"),
    @JsonSubTypes.Type(value = Block.Sources.class, name = "sources"),
    @JsonSubTypes.Type(value = Block.SmallPrint.class, name = "small_print")
  })
  private interface BlockTypes {}

  /** Attachments once were texts only, and had no kind. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = Attachment.Text.class)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Attachment.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Attachment.Pdf.class, name = "pdf"),
    @JsonSubTypes.Type(value = Attachment.CalendarEntry.class, name = "calendar_entry"),
    @JsonSubTypes.Type(value = Attachment.Bundle.class, name = "bundle")
  })
  private interface AttachmentTypes {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Sheet.Part.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Sheet.Part.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = Sheet.Part.Bullets.class, name = "bullets")
  })
  private interface PartTypes {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Pending.Say.class, name = "say"),
    @JsonSubTypes.Type(value = Pending.Delete.class, name = "delete")
  })
  private interface PendingTypes {}
}
