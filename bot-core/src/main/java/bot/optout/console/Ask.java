package bot.optout.console;

import bot.optout.content.Content;
import bot.optout.conversation.AnswerCard;
import bot.optout.conversation.Context;
import bot.optout.conversation.Heard;
import bot.optout.conversation.HouseRules;
import bot.optout.conversation.Phrase;
import bot.optout.conversation.Scene;
import bot.optout.conversation.Script;
import bot.optout.conversation.Stored;
import bot.optout.conversation.Wish;
import bot.optout.knowledge.Entry;
import bot.optout.knowledge.Finding;
import bot.optout.knowledge.NonTopic;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers one question on its own, for people and for programs. */
final class Ask {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Script script;
  private final Scene scene;

  Ask(Content content, LocalDate today) {
    this.script = content.script(content.defaultLanguage());
    this.scene =
        new Scene(
            script,
            new HouseRules("", 0, 0, content.locales()),
            Context.EMPTY,
            today,
            today.atStartOfDay(ZoneOffset.UTC).toInstant(),
            Optional.empty(),
            List.of(),
            true,
            Stored.NOTHING);
  }

  /** The answer as one line of JSON. */
  String json(String question) {
    Heard heard = hear(question);
    Optional<Entry> entry = entry(heard);
    ObjectNode node = JSON.createObjectNode().put("question", question);
    node.put("decision", decision(heard));
    node.put("entry", entry.map(Entry::id).orElse(null));
    ArrayNode candidates = node.putArray("candidates");
    heard
        .finding()
        .candidates()
        .forEach(one -> candidates.addObject().put("id", one.entry()).put("score", one.score()));
    node.put("text", text(heard, entry));
    describe(entry, node);
    return node.toString();
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

  /** The answer for reading. */
  String plain(String question) {
    Heard heard = hear(question);
    return text(heard, entry(heard));
  }

  private Heard hear(String question) {
    return script.hear(question);
  }

  private Optional<Entry> entry(Heard heard) {
    return heard.wish().isEmpty() && heard.finding() instanceof Finding.Answer answer
        ? script.knowledge().entry(answer.entry())
        : Optional.empty();
  }

  private static String decision(Heard heard) {
    if (heard.wish().isPresent()) {
      return heard.wish().get() == Wish.DRAFT ? "draft" : "smalltalk";
    }
    if (heard.finding() instanceof Finding.Answer) {
      return "answer";
    }
    if (heard.finding() instanceof Finding.Clarify) {
      return "clarify";
    }
    return heard.finding() instanceof Finding.OutOfScope ? "out_of_scope" : "unknown";
  }

  private String text(Heard heard, Optional<Entry> entry) {
    if (entry.isPresent()) {
      return AnswerCard.whole(entry.get(), scene).plainText();
    }
    if (heard.wish().isPresent()) {
      return script
          .phrases()
          .say(heard.wish().get() == Wish.DRAFT ? Phrase.ASK_COUNTRY : Phrase.GREETING);
    }
    if (heard.finding() instanceof Finding.Clarify clarify) {
      return script.phrases().say(Phrase.WHICH_ONE)
          + clarify.entries().stream()
              .flatMap(id -> script.knowledge().entry(id).stream())
              .map(one -> "\n- " + one.question())
              .collect(Collectors.joining());
    }
    if (heard.finding() instanceof Finding.OutOfScope other) {
      return other
          .nonTopic()
          .flatMap(script.knowledge()::nonTopic)
          .map(NonTopic::pointer)
          .orElseGet(() -> script.phrases().say(Phrase.OUT_OF_SCOPE));
    }
    return script.phrases().say(Phrase.UNKNOWN);
  }
}
