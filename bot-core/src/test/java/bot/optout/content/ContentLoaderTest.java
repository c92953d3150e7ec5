package bot.optout.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentLoaderTest {
  private final Map<String, String> files = builtIn();

  @Test
  void the_built_in_content_has_no_fault() {
    assertEquals(List.of(), faults());
  }

  @Test
  void all_faults_are_listed_at_once_with_file_and_line() {
    change("entries.yaml", "confidence: medium", "confidence: great");
    change("en/faq.yaml", "kind: advice", "kind: wish");
    remove("grounds.yaml");

    List<String> faults = faults();

    assertEquals(3, faults.size(), () -> String.join("\n", faults));
    assertTrue(faults.get(0).startsWith("en/faq.yaml:"), faults::toString);
    assertTrue(faults.get(1).matches("entries\\.yaml:\\d+: \"confidence\" is \"great\"; use.*"));
    assertEquals("grounds.yaml: the file is missing; add it", faults.get(2));
  }

  @Test
  void a_fault_is_listed_once_however_often_its_field_is_read() {
    change("en/understanding.yaml", "\n  back:", "\n  backwards:");
    change("replies.yaml", "\n  confirmed:", "\n  granted:");
    List<String> faults = faults();
    assertEquals(4, faults.size(), () -> String.join("\n", faults));
  }

  @Test
  void an_unknown_field_is_a_fault() {
    change("sources.yaml", "\n  basis: snapshot", "\n  basis: snapshot\n  colour: red");
    assertFault("sources.yaml", "\"colour\" is no known field");
  }

  @Test
  void a_key_that_stands_twice_is_a_fault() {
    change("sources.yaml", "\n  basis: snapshot", "\n  basis: snapshot\n  basis: excerpt");
    assertFault("sources.yaml", "\"basis\" stands here a second time");
  }

  @Test
  void a_broken_file_is_a_fault_with_its_line() {
    change("services.yaml", "companies:", "companies: [");
    assertFault("services.yaml", "not YAML");
  }

  @Test
  void a_fact_without_a_source_is_a_fault() {
    files.put(
        "en/faq.yaml",
        text("en/faq.yaml").replaceFirst("kind: fact\n +sources: .*\n", "kind: fact\n"));
    assertFault("en/faq.yaml", "a fact without a source");
  }

  @Test
  void a_fact_may_cite_only_sources_of_its_entry() {
    files.put(
        "en/faq.yaml",
        text("en/faq.yaml")
            .replaceFirst(
                "kind: fact\n +sources: .*\n",
                """
            kind: fact
                  sources: [kr_decree]
            """));
    assertFault("en/faq.yaml", "\"kr_decree\" is no source of \"how-to-opt-out\"");
  }

  @Test
  void a_variant_that_belongs_to_two_entries_is_a_fault() {
    change("en/faq.yaml", "- form link\n", "- opt out meta ai\n");
    assertFault("en/faq.yaml", "\"opt out meta ai\" belongs to \"how-to-opt-out\" already");
  }

  @Test
  void an_unreadable_file_does_not_hide_behind_faults_of_others() {
    change("sources.yaml", "title:", "title: [");
    List<String> faults = faults();
    assertEquals(1, faults.size(), () -> String.join("\n", faults));
  }

  @Test
  void a_dangling_id_is_a_fault() {
    change("entries.yaml", "related: [form-link,", "related: [no-such-entry,");
    assertFault("entries.yaml", "\"no-such-entry\" does not stand in entries.yaml");
  }

  @Test
  void a_missing_translation_is_a_fault() {
    change("en/faq.yaml", "\ndeadline:\n", "\ndeadlines:\n");
    assertFault("en/faq.yaml", "\"deadline\" is missing");
    assertFault("en/faq.yaml", "\"deadlines\" does not stand in entries.yaml");
  }

  @Test
  void a_missing_phrase_is_a_fault() {
    change("en/phrases.yaml", "\ncancelled:", "\ncancelt:");
    assertFault("en/phrases.yaml", "\"cancelled\" is missing or empty");
    assertFault("en/phrases.yaml", "\"cancelt\" is no known field");
  }

  @Test
  void an_unknown_slot_is_a_fault() {
    change("en/phrases.yaml", "\ncancelled: ", "\ncancelled: '{{nobody}}' # ");
    assertFault("en/phrases.yaml", "{{nobody}} is no slot of this text");
    files.put("en/letters/objection-EU.mustache", "Dear {{boss}}");
    assertFault("en/letters/objection-EU.mustache", "{{boss}} is no slot of this text");
  }

  @Test
  void a_label_longer_than_a_button_is_a_fault() {
    change("en/grounds.yaml", "label: Professional secrecy", "label: " + "long ".repeat(20));
    assertFault("en/grounds.yaml", "the label is longer than a button");
  }

  @Test
  void an_overlong_answer_is_a_fault() {
    change(
        "en/faq.yaml", "use Meta's own form", "use Meta's own form " + "many words ".repeat(150));
    assertFault("en/faq.yaml", "the first block has more than 90 words");
    assertFault("en/faq.yaml", "the answer has more than 1,200 characters");
  }

  @Test
  void a_form_without_a_secure_address_is_a_fault() {
    change("services.yaml", "url: https://www.facebook", "url: http://www.facebook");
    assertFault("services.yaml", "\"url\" is no https address");
  }

  @Test
  void a_place_that_means_two_countries_is_a_fault() {
    change("en/places.yaml", "aliases: [belgium,", "aliases: [austrian, belgium,");
    assertFault("en/places.yaml", "\"austrian\" means AT already");
  }

  @Test
  void the_folder_of_the_default_language_must_be_there() {
    files.keySet().removeIf(path -> path.startsWith("en/"));
    assertFault("en", "the folder of the default language is missing");
  }

  @Test
  void old_expired_and_unopened_entries_are_warnings() {
    Clock later = Clock.offset(TestContent.CLOCK, Duration.ofDays(200));
    Loaded loaded =
        new ContentLoader(TestContent.model(), later, "en").load(ContentFolder.of(files));

    assertInstanceOf(Loaded.Good.class, loaded);
    List<String> warnings = loaded.warnings().stream().map(ContentProblem::toString).toList();
    assertTrue(warnings.stream().anyMatch(it -> it.contains("201 days ago")), warnings::toString);
    assertTrue(warnings.stream().anyMatch(it -> it.contains("\"india\" holds only until")));
    assertTrue(warnings.stream().anyMatch(it -> it.contains("links of 74 of 74 entries")));
  }

  @Test
  void the_version_changes_with_any_file() {
    String before = ContentFolder.of(files).version();
    change("en/faq.yaml", "# The questions", "# All questions");
    assertTrue(!before.equals(ContentFolder.of(files).version()));
    assertTrue(before.matches("[0-9a-f]{12}"));
  }

  private void change(String path, String old, String replacement) {
    String text = text(path);
    int at = text.indexOf(old);
    assertTrue(at >= 0, () -> path + " has no " + old);
    files.put(path, text.substring(0, at) + replacement + text.substring(at + old.length()));
  }

  private String text(String path) {
    return files.getOrDefault(path, "");
  }

  private void remove(String path) {
    files.remove(path);
  }

  private void assertFault(String file, String what) {
    List<String> faults = faults();
    assertTrue(
        faults.stream().anyMatch(fault -> fault.startsWith(file) && fault.contains(what)),
        () -> what + " is not among\n" + String.join("\n", faults));
  }

  private List<String> faults() {
    Loaded loaded =
        new ContentLoader(TestContent.model(), TestContent.CLOCK, "en")
            .load(ContentFolder.of(files));
    return loaded instanceof Loaded.Bad bad
        ? bad.faults().stream().map(ContentProblem::toString).toList()
        : List.of();
  }

  private static Map<String, String> builtIn() {
    try {
      ContentFolder folder = ContentFolder.builtIn().textsOnly();
      Map<String, String> files = new LinkedHashMap<>();
      folder.paths().forEach(path -> files.put(path, folder.text(path).orElseThrow()));
      return files;
    } catch (IOException trouble) {
      throw new AssertionError(trouble);
    }
  }
}
