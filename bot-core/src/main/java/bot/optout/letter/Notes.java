package bot.optout.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the person should know about a letter before sending it. */
record Notes(LetterBook book, Jurisdiction law) {
  List<String> of(LetterOrder order, boolean recipientKnown, List<String> accepted) {
    List<String> notes = new ArrayList<>();
    if (order.kind() == LetterKind.COURTESY) {
      note("courtesy").ifPresent(notes::add);
    }
    own(order.kind()).forEach(notes::add);
    if (!recipientKnown) {
      note(order.kind() == LetterKind.COMPLAINT ? "choose-authority" : "recipient")
          .ifPresent(notes::add);
    }
    language(accepted).ifPresent(notes::add);
    order.authority().flatMap(Authority::note).ifPresent(notes::add);
    note("no-lawyer").ifPresent(notes::add);
    return notes;
  }

  private List<String> own(LetterKind kind) {
    return Optional.ofNullable(book.words().laws().get(law.code()))
        .map(words -> words.notes().getOrDefault(kind, List.of()))
        .orElse(List.of());
  }

  /** A letter in a language that the recipient does not take is only for reading along. */
  private Optional<String> language(List<String> accepted) {
    if (accepted.isEmpty() || accepted.contains(book.language().getLanguage())) {
      return Optional.empty();
    }
    List<String> names =
        accepted.stream()
            .map(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(book.language()))
            .toList();
    return note("language", Map.of("languages", String.join(", ", names)));
  }

  private Optional<String> note(String name) {
    return note(name, Map.of("place", law.shortName()));
  }

  private Optional<String> note(String name, Map<String, ?> slots) {
    return Optional.ofNullable(book.words().notes().get(name)).map(text -> text.fill(slots));
  }
}
