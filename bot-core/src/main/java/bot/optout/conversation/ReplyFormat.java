package bot.optout.conversation;

import bot.optout.letter.ReplyKind;
import bot.optout.letter.ReplyReading;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A read reply as a flat map of strings and back. The names are a stored format. */
final class ReplyFormat {
  private ReplyFormat() {}

  static Map<String, String> fields(WeighingReply state) {
    ReplyReading reading = state.reading();
    Map<String, String> fields = new LinkedHashMap<>();
    state.id().ifPresent(id -> fields.put("case", id));
    fields.put("kind", reading.kind().name());
    fields.put("sure", String.valueOf(reading.sure()));
    reading.evidence().ifPresent(sentence -> fields.put("evidence", sentence));
    fields.put("services", String.join(" ", new TreeSet<>(reading.services())));
    fields.put("except", String.join(" ", new TreeSet<>(reading.except())));
    fields.put("new_only", String.valueOf(reading.newContentOnly()));
    reading.until().ifPresent(day -> fields.put("until", day.toString()));
    reading.longer().ifPresent(time -> fields.put("longer", time.toString()));
    fields.put(
        "alternatives",
        reading.alternatives().stream().map(ReplyKind::name).collect(Collectors.joining(" ")));
    fields.put("wrong", String.valueOf(state.wrong()));
    return fields;
  }

  static WeighingReply read(Saved saved) {
    return new WeighingReply(
        saved.field("case"),
        new ReplyReading(
            saved.field("kind").flatMap(ReplyFormat::kind).orElse(ReplyKind.UNCLEAR),
            is(saved, "sure"),
            saved.field("evidence"),
            Set.copyOf(words(saved, "services").toList()),
            Set.copyOf(words(saved, "except").toList()),
            is(saved, "new_only"),
            saved.field("until").map(LocalDate::parse),
            saved.field("longer").map(Period::parse),
            words(saved, "alternatives").flatMap(name -> kind(name).stream()).toList()),
        is(saved, "wrong"));
  }

  private static Optional<ReplyKind> kind(String name) {
    return Stream.of(ReplyKind.values()).filter(kind -> kind.name().equals(name)).findFirst();
  }

  private static boolean is(Saved saved, String field) {
    return saved.field(field).filter("true"::equals).isPresent();
  }

  private static Stream<String> words(Saved saved, String field) {
    return saved
        .field(field)
        .filter(text -> !text.isEmpty())
        .map(text -> List.of(text.split(" ")).stream())
        .orElseGet(Stream::empty);
  }
}
