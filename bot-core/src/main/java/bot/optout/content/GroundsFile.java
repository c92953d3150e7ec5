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

  /** Flags by id, in the order of the file: a lawyer is needed; a letter always asks for it. */
  record Facts(Map<String, Boolean> grounds, Map<String, Boolean> requests) {}

  record Words(List<Ground> grounds, List<Request> requests) {}

  private GroundsFile() {}

  static Facts read(Reading reading) {
    Facts facts = new Facts(new LinkedHashMap<>(), new LinkedHashMap<>());
    reading
        .file(PATH)
        .ifPresent(
            fields -> {
              flags(fields.object("grounds"), "lawyer", facts.grounds());
              flags(fields.object("requests"), "standard", facts.requests());
              fields.nothingElse();
            });
    return facts;
  }

  static Words words(Reading reading, String language, Facts facts) {
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
              facts
                  .requests()
                  .forEach(
                      (id, standard) ->
                          words.requests().add(new Request(id, requests.text(id), standard)));
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

  private static Ground ground(String id, Fields grounds, boolean lawyer) {
    Fields fields = grounds.object(id);
    String label = fields.text("label");
    if (label.length() > Choice.MAX_LABEL) {
      fields.fault("label", "the label is longer than a button", "use at most 75 characters");
    }
    Ground ground = new Ground(id, label, fields.text("paragraph"), lawyer);
    fields.nothingElse();
    return ground;
  }
}
