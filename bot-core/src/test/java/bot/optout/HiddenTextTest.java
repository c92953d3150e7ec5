package bot.optout;

import static org.junit.jupiter.api.Assertions.assertFalse;

import bot.optout.conversation.Event;
import bot.optout.letter.HistoryEntry;
import bot.optout.letter.ReplyReading;
import bot.optout.message.Attachment;
import bot.optout.message.Block;
import bot.optout.message.Choice;
import bot.optout.message.Field;
import bot.optout.message.Link;
import bot.optout.message.Message;
import bot.optout.message.Sheet;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people and companies wrote is in no log by accident: values that hold it do not print it.
 */
final class HiddenTextTest {
  private static final String WRITTEN = "my uncle";

  /** Of ours: a platform, the id of a button, the tag of a language, a media type. */
  private static final Set<String> OURS = Set.of("id", "platform", "language", "mediaType");

  static Stream<Class<?>> holders() {
    Stream<Class<?>> plain =
        Stream.of(
            Message.class,
            Choice.class,
            Link.class,
            Field.class,
            Sheet.class,
            Incoming.class,
            Input.Said.class,
            Input.Edited.class,
            Input.Pressed.class,
            Input.Commanded.class,
            Event.Declined.class,
            HistoryEntry.class,
            ReplyReading.class);
    Stream<Class<?>> replies =
        Stream.of("ReplyMail$Letter", "ReplyMail$Part", "ReplySentence", "ReplyWord")
            .map(HiddenTextTest::ofLetters);
    Stream<Class<?>> kinds =
        Stream.of(
                Block.class,
                Attachment.class,
                Sheet.Part.class,
                Outgoing.class,
                Payloads.Pending.class)
            .flatMap(kind -> Stream.of(kind.getPermittedSubclasses()));
    return Stream.of(plain, replies, kinds).flatMap(all -> all);
  }

  private static Class<?> ofLetters(String name) {
    try {
      return Class.forName("bot.optout.letter." + name);
    } catch (ClassNotFoundException renamed) {
      throw new IllegalArgumentException(renamed);
    }
  }

  @ParameterizedTest
  @MethodSource("holders")
  void what_is_written_is_not_printed(Class<?> holder) throws ReflectiveOperationException {
    String printed = filled(holder).toString();
    assertFalse(printed.contains(WRITTEN), printed);
  }

  private static Object filled(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      boolean ours = OURS.contains(components[i].getName());
      values[i] = value(components[i].getGenericType(), ours ? "x" : WRITTEN);
    }
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  private static Object value(Type type, String text) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType many) {
      Object one = value(many.getActualTypeArguments()[0], text);
      Type raw = many.getRawType();
      return raw == Optional.class
          ? Optional.of(one)
          : raw == List.class
              ? List.of(one)
              : raw == Set.class
                  ? Set.of(one)
                  : Map.of(one, value(many.getActualTypeArguments()[1], text));
    }
    Class<?> plain = (Class<?>) type;
    Map<Class<?>, Object> simple =
        Map.of(
            String.class,
            text,
            Attachment.class,
            Attachment.Text.plain(text, text),
            boolean.class,
            true,
            int.class,
            1,
            Integer.class,
            1,
            LocalDate.class,
            LocalDate.EPOCH,
            Period.class,
            Period.ZERO,
            Locale.class,
            Locale.ROOT);
    if (simple.containsKey(plain)) {
      return simple.get(plain);
    }
    if (plain.isEnum()) {
      return plain.getEnumConstants()[0];
    }
    return filled(plain.isSealed() ? plain.getPermittedSubclasses()[0] : plain);
  }
}
