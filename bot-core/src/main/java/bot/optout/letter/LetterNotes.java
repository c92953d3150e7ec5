package bot.optout.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the person should know about a letter before sending it. */
record LetterNotes(LetterBook book, Jurisdiction law) {
  /**
   * @param accepted languages that the recipient takes; empty if that is not known
   */
  List<String> of(LetterOrder order, boolean recipientKnown, List<String> accepted) {
    List<String> notes = new ArrayList<>();
    if (order.kind() == LetterKind.COURTESY) {
      note("courtesy", accepted).ifPresent(notes::add);
    }
    own(order.kind()).forEach(notes::add);
    if (!recipientKnown) {
      note(order.kind() == LetterKind.COMPLAINT ? "choose-authority" : "recipient", accepted)
          .ifPresent(notes::add);
    }
    if (isOnlyForReading(accepted)) {
      note("language", accepted).ifPresent(notes::add);
    }
    order.authority().flatMap(Authority::note).ifPresent(notes::add);
    note("no-lawyer", accepted).ifPresent(notes::add);
    return notes;
  }

  private List<String> own(LetterKind kind) {
    return Optional.ofNullable(book.words().laws().get(law.code()))
        .map(words -> words.notes().getOrDefault(kind, List.of()))
        .orElse(List.of());
  }

  /** As is a letter in a language that the recipient does not take. */
  private boolean isOnlyForReading(List<String> accepted) {
    return !accepted.isEmpty() && !accepted.contains(book.language().getLanguage());
  }

  private Optional<String> note(String name, List<String> accepted) {
    String languages =
        accepted.stream()
            .map(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(book.language()))
            .collect(Collectors.joining(", "));
    return Optional.ofNullable(book.words().notes().get(name))
        .map(text -> text.fill(Map.of("place", law.shortName(), "languages", languages)));
  }
}
