package bot.optout.console;

import bot.optout.Inquiry;
import bot.optout.content.Content;
import bot.optout.knowledge.Entry;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One question, one answer, and nothing remembered in between. */
final class Ask {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Inquiry inquiry;

  Ask(Content content, LocalDate today) {
    this.inquiry = new Inquiry(content, today);
  }

  /** The answer as one line of JSON. */
  String json(String question) {
    Inquiry.Outcome outcome = inquiry.about(question, Optional.empty());
    ObjectNode node = JSON.createObjectNode().put("question", question);
    node.put("decision", outcome.decision().name().toLowerCase(Locale.ROOT));
    node.put("entry", outcome.entry().map(Entry::id).orElse(null));
    ArrayNode candidates = node.putArray("candidates");
    outcome
        .candidates()
        .forEach(one -> candidates.addObject().put("id", one.entry()).put("score", one.score()));
    node.put("text", text(outcome));
    describe(outcome.entry(), node);
    return node.toString();
  }

  /** The answer for reading. */
  String plain(String question) {
    return text(inquiry.about(question, Optional.empty()));
  }

  private static void describe(Optional<Entry> entry, ObjectNode node) {
    ArrayNode jurisdictions = node.putArray("jurisdictions");
    entry.ifPresent(found -> found.validity().jurisdictions().forEach(jurisdictions::add));
    node.put("as_of", entry.map(found -> found.validity().asOf().toString()).orElse(null));
    node.put(
        "checked_on",
        entry.flatMap(found -> found.validity().checkedOn()).map(LocalDate::toString).orElse(null));
    ArrayNode sources = node.putArray("sources");
    entry.stream()
        .flatMap(found -> found.sources().stream())
        .forEach(
            source ->
                sources
                    .addObject()
                    .put("title", source.title())
                    .put("url", source.url().orElse(null))
                    .put("publisher", source.publisher())
                    .put("date", source.date().orElse(null)));
  }

  /** Where it is to be asked back, the buttons are a list. */
  private static String text(Inquiry.Outcome outcome) {
    Message message = outcome.message();
    return outcome.decision() == Inquiry.Decision.CLARIFY
        ? message.plainText()
            + message.choices().stream()
                .map(Choice::label)
                .map(label -> "\n- " + label)
                .collect(Collectors.joining())
        : message.plainText();
  }
}
