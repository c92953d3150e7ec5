package bot.optout.content;

import bot.optout.letter.LetterKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads kinds of letter, as the content files write them: {@code follow-up}. */
final class Kinds {
  private Kinds() {}

  static Optional<LetterKind> of(String key) {
    return Stream.of(LetterKind.values()).filter(kind -> kind.key().equals(key)).findFirst();
  }

  static List<LetterKind> read(Fields fields, String key) {
    List<LetterKind> kinds = new ArrayList<>();
    for (Fields.Text text : fields.located(key)) {
      of(text.text()).ifPresentOrElse(kinds::add, () -> unknown(fields, text));
    }
    return kinds;
  }

  private static void unknown(Fields fields, Fields.Text text) {
    fields.faultAt(
        text.line(),
        "\"" + text.text() + "\" is no kind of letter",
        "use one of "
            + String.join(", ", Stream.of(LetterKind.values()).map(LetterKind::key).toList()));
  }
}
