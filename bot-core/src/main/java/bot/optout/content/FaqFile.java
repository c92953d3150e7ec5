package bot.optout.content;

import bot.optout.conversation.AnswerCard;
import bot.optout.knowledge.AnswerBlock;
import bot.optout.knowledge.Entry;
import bot.optout.knowledge.Source;
import bot.optout.message.Choice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads {@code LANGUAGE/faq.yaml}. */
final class FaqFile {
  private static final int LONGEST_ANSWER = 1_200;

  private final Map<String, Source> sources;
  private final Map<String, String> owners = new HashMap<>();

  private FaqFile(Map<String, Source> sources) {
    this.sources = sources;
  }

  static List<Entry> read(
      ContentReading reading,
      String language,
      Map<String, EntryFacts> facts,
      Map<String, Source> sources) {
    String path = language + "/faq.yaml";
    FaqFile file = new FaqFile(sources);
    Map<String, Fields> texts = reading.entries(path);
    texts.forEach(
        (id, fields) -> {
          if (!facts.isEmpty() && !facts.containsKey(id)) {
            fields.fault("", "\"" + id + "\" does not stand in entries.yaml", "add or correct it");
          }
        });
    List<Entry> entries = new ArrayList<>();
    for (EntryFacts entry : facts.values()) {
      if (texts.containsKey(entry.id())) {
        entries.add(file.entry(entry, texts.get(entry.id())));
      } else if (!texts.isEmpty()) {
        reading.problems().fault(path, 0, "\"" + entry.id() + "\" is missing", "translate it");
      }
    }
    return entries;
  }

  private Entry entry(EntryFacts entry, Fields fields) {
    String question = fields.text("question");
    if (question.length() > Choice.MAX_LABEL) {
      fields.fault("question", "the question is longer than a button", "use at most 75 characters");
    }
    own(entry.id(), new Fields.Text(fields.line("question"), question), fields);
    fields.located("variants").forEach(variant -> own(entry.id(), variant, fields));
    List<AnswerBlock> answer =
        fields.objects("answer").stream().map(block -> block(entry, block)).toList();
    checkLength(answer, fields);
    Entry read =
        new Entry(
            entry.id(),
            entry.topic(),
            question,
            fields.texts("variants"),
            answer,
            entry.sources().stream().filter(sources::containsKey).map(sources::get).toList(),
            entry.validity(),
            entry.confidence(),
            entry.related());
    fields.nothingElse();
    return read;
  }

  private AnswerBlock block(EntryFacts entry, Fields fields) {
    String text = fields.text("text");
    AnswerBlock.Kind kind = fields.choice("kind", AnswerBlock.Kind.class, AnswerBlock.Kind.ADVICE);
    List<String> keys =
        fields.keys().contains("sources") ? fields.texts("sources") : List.<String>of();
    if (kind == AnswerBlock.Kind.FACT && keys.isEmpty()) {
      fields.fault(
          "kind", "a fact without a source", "name sources of its entry, or make it advice");
    }
    for (String key : keys) {
      if (!Set.copyOf(entry.sources()).contains(key)) {
        fields.fault(
            "sources",
            "\"" + key + "\" is no source of \"" + entry.id() + "\"",
            "use one of " + String.join(", ", entry.sources()));
      }
    }
    fields.nothingElse();
    return new AnswerBlock(text, kind, keys);
  }

  private void own(String id, Fields.Text wording, Fields fields) {
    String spoken = wording.text().toLowerCase(Locale.ROOT).strip();
    String owner = owners.putIfAbsent(spoken, id);
    if (owner != null) {
      String what =
          owner.equals(id)
              ? "\"" + wording.text() + "\" stands here twice"
              : "\"" + wording.text() + "\" belongs to \"" + owner + "\" already";
      fields.faultAt(wording.line(), what, "keep it in one place");
    }
  }

  private static void checkLength(List<AnswerBlock> answer, Fields fields) {
    if (answer.isEmpty()) {
      fields.fault("answer", "the answer is empty", "write at least one block");
      return;
    }
    if (answer.get(0).text().split("\\s+").length > AnswerCard.FIRST_SCREEN_WORDS) {
      fields.fault(
          "answer",
          "the first block has more than " + AnswerCard.FIRST_SCREEN_WORDS + " words",
          "put what can wait into a second one");
    }
    if (answer.stream().mapToInt(block -> block.text().length()).sum() > LONGEST_ANSWER) {
      fields.fault(
          "answer", "the answer has more than 1,200 characters", "shorten it or make two entries");
    }
  }
}
