package bot.optout.content;

import bot.optout.letter.Ground;
import bot.optout.letter.Request;
import bot.optout.message.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code grounds.yaml} and the words for it in {@code LANGUAGE/grounds.yaml}. */
final class GroundsFile {
  private static final String PATH = "grounds.yaml";

  /**
   * In the order of the file.
   *
   * @param grounds by id, whether a lawyer may be needed
   * @param requests ids
   */
  record Facts(Map<String, Boolean> grounds, List<String> requests) {}

  record Words(List<Ground> grounds, List<Request> requests) {}

  private GroundsFile() {}

  static Facts read(ContentReading reading) {
    Facts facts = new Facts(new LinkedHashMap<>(), new ArrayList<>());
    reading
        .file(PATH)
        .ifPresent(
            fields -> {
              flags(fields.object("grounds"), "lawyer", facts.grounds());
              facts.requests().addAll(fields.texts("requests"));
              fields.nothingElse();
            });
    return facts;
  }

  static Words words(ContentReading reading, String language, Facts facts) {
    Words words = new Words(new ArrayList<>(), new ArrayList<>());
    if (facts.grounds().isEmpty()) {
      return words;
    }
    reading
        .file(language + "/" + PATH)
        .ifPresent(
            fields -> {
              Fields grounds = fields.object("grounds");
              facts
                  .grounds()
                  .forEach((id, lawyer) -> words.grounds().add(ground(id, grounds, lawyer)));
              grounds.nothingElse();
              Fields requests = fields.object("requests");
              facts.requests().forEach(id -> words.requests().add(request(id, requests)));
              requests.nothingElse();
              fields.nothingElse();
            });
    return words;
  }

  private static void flags(Fields fields, String flag, Map<String, Boolean> flags) {
    fields
        .objects()
        .forEach(
            (id, facts) -> {
              flags.put(id, facts.flag(flag));
              facts.nothingElse();
            });
  }

  private static Request request(String id, Fields requests) {
    String text = requests.text(id);
    return new Request(id, Slots.template(requests, id, text, LetterWordsFile.REQUEST_SLOTS));
  }

  private static Ground ground(String id, Fields grounds, boolean lawyer) {
    Fields fields = grounds.object(id);
    String label = fields.text("label");
    if (label.length() > Choice.MAX_LABEL) {
      fields.fault("label", "the label is longer than a button", "use at most 75 characters");
    }
    Ground ground = new Ground(id, label, fields.text("paragraph"), lawyer, fields.texts("words"));
    fields.nothingElse();
    return ground;
  }
}
