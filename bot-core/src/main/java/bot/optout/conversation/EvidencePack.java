package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.cases.Evidence;
import bot.optout.cases.Kept;
import bot.optout.message.Attachment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One file that shows what happened when: the story, the hashes, and the letters that are kept. */
final class EvidencePack {
  private EvidencePack() {}

  static Attachment of(Case one, Scene scene) {
    List<Attachment> parts = new ArrayList<>();
    Map<String, LocalDate> dates = new LinkedHashMap<>();
    String story = scene.say(Phrase.EVIDENCE_STORY_NAME);
    parts.add(Attachment.Text.plain(story, story(one, scene)));
    dates.put(story, scene.today());
    List<Kept.Text> texts = one.kept().map(Kept::texts).orElse(List.of());
    for (int i = 0; i < texts.size(); i++) {
      Kept.Text text = texts.get(i);
      String name = fileName(i + 1, text, scene);
      parts.add(Attachment.Text.plain(name, text.text()));
      dates.put(name, text.day());
    }
    return new Attachment.Bundle(
        scene.say(Phrase.EVIDENCE_FILE_NAME) + "-" + one.id() + ".zip", parts, dates);
  }

  /** In plain ASCII, so that every program can unpack it. */
  private static String fileName(int number, Kept.Text text, Scene scene) {
    return "%02d-%s-%s.txt"
        .formatted(number, text.day(), slug(CaseWords.letter(text.letter(), scene)));
  }

  static String slug(String words) {
    return words
        .toLowerCase(Locale.ROOT)
        .replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replace("ß", "ss")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  static String story(Case one, Scene scene) {
    List<String> lines = new ArrayList<>();
    lines.add(
        scene.say(
            Phrase.EVIDENCE_STORY,
            Map.of(
                "name",
                CaseWords.name(one, scene),
                "company",
                one.company().isEmpty() ? scene.say(Phrase.THE_COMPANY) : one.company())));
    lines.add("");
    one.timeline().forEach(entry -> lines.add(entry.day() + "  " + CaseWords.entry(entry, scene)));
    one.kept()
        .ifPresent(
            kept ->
                kept.quotes().forEach(said -> lines.add(said.day() + "  \"" + said.text() + "\"")));
    lines.add("");
    lines.add(scene.say(Phrase.EVIDENCE_HASHES));
    one.evidence().forEach(proof -> lines.add(hash(proof, scene)));
    return String.join("\n", lines) + "\n";
  }

  private static String hash(Evidence proof, Scene scene) {
    return proof.day() + "  " + CaseWords.letter(proof.letter(), scene) + "  " + proof.sha256();
  }
}
