package bot.optout.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can be wrong with letters, laws and authorities, and how it is reported. */
class LetterFaultsTest {
  private final Map<String, String> files = builtIn();

  @Test
  void as_it_ships_nothing_is_wrong() {
    assertEquals(List.of(), faults());
  }

  @Test
  void a_provision_in_a_letter_is_a_fault() {
    change("en/letters/follow-up.mustache", "A copy of", "Under Art. 99 GDPR a copy of");
    assertFault("en/letters/follow-up.mustache", "a provision stands in the text");
  }

  @Test
  void a_provision_in_a_clause_is_a_fault_unless_it_is_cited() {
    change("de/laws.yaml", "Sie stützen sich auf", "Sie stützen sich nach § 5 auf");
    assertFault("de/laws.yaml:", "a provision stands in the text");
  }

  @Test
  void a_citation_of_other_numbers_is_a_fault_with_its_line() {
    change("de/laws.yaml", "objection: Art. 21 Abs. 1 DSGVO", "objection: Art. 22 Abs. 1 DSGVO");
    assertFault("de/laws.yaml:6", "does not have the numbers of \"Art. 21(1)\"");
  }

  @Test
  void a_provision_that_a_language_does_not_cite_is_a_fault() {
    change("jurisdictions.yaml", "    restriction: 'Art. 18(1)(d)'", "    damages: 'Art. 82'");
    assertFault("en/laws.yaml:", "\"damages\" is missing or empty");
    assertFault("de/laws.yaml:", "{{cite.restriction}} is no slot of this text");
  }

  @Test
  void a_kind_of_letter_that_nobody_explains_is_a_fault() {
    change("jurisdictions.yaml", "  letters: [objection, access, ", "  letters: [objection, ");
    assertFault("jurisdictions.yaml:", "EU: \"access\" has to be in \"letters\" or in \"missing\"");
  }

  @Test
  void a_letter_that_a_language_does_not_have_is_a_fault() {
    files.remove("de/letters/withdrawal.mustache");
    assertFault("de/letters/withdrawal.mustache", "the letter is missing for EU");
  }

  @Test
  void a_slot_nobody_fills_is_a_fault() {
    change("en/letters/complaint.mustache", "Dear Sir or Madam,", "Dear {{boss}},");
    assertFault("en/letters/complaint.mustache:3:", "{{boss}} is no slot of this text");
  }

  @Test
  void a_slot_that_is_filled_too_late_or_never_is_a_fault() {
    change("en/letters/complaint.mustache", "Dear Sir or Madam,", "Dear all, {{date}},");
    assertFault("en/letters/complaint.mustache", "{{date}} is no slot of this text");
    change("en/grounds.yaml", "\n  stop: ", "\n  stop: By {{until}}. ");
    assertFault("en/grounds.yaml:", "{{until}} is no slot of this text");
  }

  @Test
  void a_clause_nobody_knows_is_a_fault() {
    change("en/laws.yaml", "    salutation: To", "    greeting: To");
    assertFault("en/laws.yaml:", "\"greeting\" is no clause of letters.yaml");
  }

  @Test
  void a_term_that_is_no_period_is_a_fault() {
    change("jurisdictions.yaml", "period: P10D", "period: ten days");
    assertFault("jurisdictions.yaml:", "\"period\" is \"ten days\"");
  }

  @Test
  void an_authority_of_unknown_origin_is_a_fault() {
    change("authorities.yaml", "  seen_at: ['https://www.dsb.gv.at/kontakt'", "  seen_at: [] #");
    assertFault("authorities.yaml:", "nobody knows where this stands");
  }

  @Test
  void an_authority_without_its_notes_in_a_language_is_a_fault() {
    change("authorities.yaml", "\natdsb:", "\natdsc:");
    assertFault("de/authorities.yaml:", "\"atdsb\" is no known field");
  }

  @Test
  void a_request_that_does_not_exist_is_a_fault() {
    change(
        "jurisdictions.yaml",
        "requests: [stop, confirm, restrict",
        "requests: [stop, pay, restrict");
    assertFault("jurisdictions.yaml", "EU asks for \"pay\", which is no request");
  }

  @Test
  void what_the_facts_do_not_carry_is_listed_with_the_reason() {
    List<String> warnings = read().warnings().stream().map(ContentProblem::toString).toList();
    assertTrue(
        warnings.stream().anyMatch(it -> it.contains("IN has no complaint: the rights")),
        warnings::toString);
    assertTrue(
        warnings.stream().anyMatch(it -> it.contains("KR has no recipient")), warnings::toString);
  }

  private void change(String file, String from, String to) {
    String text = files.getOrDefault(file, "");
    assertTrue(text.contains(from), file + " has no " + from);
    files.put(file, text.replace(from, to));
  }

  private void assertFault(String file, String what) {
    List<String> faults = faults();
    assertTrue(
        faults.stream().anyMatch(fault -> fault.startsWith(file) && fault.contains(what)),
        () -> String.join("\n", faults));
  }

  private List<String> faults() {
    return read().faults().stream().map(ContentProblem::toString).toList();
  }

  private Problems read() {
    Problems problems = new Problems();
    ContentReading reading = new ContentReading(ContentFolder.of(files), problems);
    Facts facts = Facts.read(reading, LocalDate.parse("2026-11-24"));
    Words.read(reading, "en", facts);
    Words.read(reading, "de", facts);
    return problems;
  }

  private static Map<String, String> builtIn() {
    try {
      ContentFolder folder = ContentFolder.builtIn().textsOnly();
      Map<String, String> texts = new LinkedHashMap<>();
      folder.paths().forEach(path -> folder.text(path).ifPresent(text -> texts.put(path, text)));
      return texts;
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
