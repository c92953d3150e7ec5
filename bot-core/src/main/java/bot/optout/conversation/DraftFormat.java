package bot.optout.conversation;

import bot.optout.letter.Detail;
import bot.optout.letter.Draft;
import bot.optout.letter.Question;
import bot.optout.letter.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A draft as a flat map of strings and back. The names are a stored format: never reuse one. */
final class DraftFormat {
  private DraftFormat() {}

  static Map<String, String> fields(Draft draft, Optional<Question> typed, Errand errand) {
    Map<String, String> fields = fields(draft, typed);
    fields.putAll(errand.fields());
    return fields;
  }

  static Map<String, String> fields(Draft draft, Optional<Question> typed) {
    Map<String, String> fields = new LinkedHashMap<>();
    draft.place().ifPresent(code -> fields.put("place", code));
    if (!draft.services().isEmpty()) {
      fields.put("services", String.join(" ", draft.services()));
    }
    fields.put("services_done", String.valueOf(draft.servicesDone()));
    if (draft.child()) {
      fields.put("child", "true");
    }
    putReason(fields, draft.reason());
    draft.name().ifPresent(detail -> fields.put("name", detail.text()));
    draft.email().ifPresent(detail -> fields.put("email", detail.text()));
    draft.account().ifPresent(detail -> fields.put("account", detail.text()));
    typed.ifPresent(question -> fields.put("typed", question.name()));
    return fields;
  }

  private static void putReason(Map<String, String> fields, Reason reason) {
    if (reason instanceof Reason.None) {
      fields.put("reason", "none");
    } else if (reason instanceof Reason.Picked picked) {
      fields.put("reason", picked.done() ? "picked" : "picking");
      fields.put("grounds", String.join(" ", picked.grounds()));
    } else if (reason instanceof Reason.OwnWords own) {
      fields.put("reason", "own");
      fields.put("own_words", own.text());
      fields.put("own_grounds", String.join(" ", own.grounds()));
      fields.put("own_settled", String.valueOf(own.settled()));
    }
  }

  static Draft draft(Saved saved) {
    return new Draft(
        saved.field("place"),
        words(saved, "services"),
        saved.field("services_done").filter("true"::equals).isPresent(),
        saved.field("child").filter("true"::equals).isPresent(),
        reason(saved),
        saved.field("name").map(Detail::new),
        saved.field("email").map(Detail::new),
        saved.field("account").map(Detail::new));
  }

  static Optional<Question> typed(Saved saved) {
    return saved
        .field("typed")
        .flatMap(
            name ->
                Stream.of(Question.values())
                    .filter(question -> question.name().equals(name))
                    .findFirst());
  }

  private static Reason reason(Saved saved) {
    return switch (saved.field("reason").orElse("open")) {
      case "none" -> new Reason.None();
      case "picking" -> new Reason.Picked(words(saved, "grounds"), false);
      case "picked" -> new Reason.Picked(words(saved, "grounds"), true);
      case "own" ->
          new Reason.OwnWords(
              saved.field("own_words").orElse(""),
              words(saved, "own_grounds"),
              saved.field("own_settled").filter("false"::equals).isEmpty());
      default -> new Reason.Open();
    };
  }

  private static List<String> words(Saved saved, String field) {
    return saved
        .field(field)
        .filter(text -> !text.isEmpty())
        .map(text -> List.of(text.split(" ")))
        .orElse(List.of());
  }
}
