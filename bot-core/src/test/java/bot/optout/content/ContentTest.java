package bot.optout.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.conversation.Script;
import bot.optout.knowledge.AnswerBlock;
import bot.optout.knowledge.Entry;
import bot.optout.letter.LetterBook;
import bot.optout.letter.Service;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContentTest {
  private final Content content = TestContent.get();

  @Test
  void every_entry_of_the_facts_is_there_in_every_language() throws IOException {
    List<String> ids = Questions.lines("entry-ids.txt");
    assertEquals(74, ids.size());
    for (Script script : content.scripts().values()) {
      assertEquals(ids, script.knowledge().entries().stream().map(Entry::id).toList());
    }
  }

  @Test
  void every_fact_names_a_source_of_its_entry() {
    blocks()
        .filter(block -> block.kind() == AnswerBlock.Kind.FACT)
        .forEach(block -> assertFalse(block.sources().isEmpty(), block.text()));
  }

  @Test
  void every_answer_starts_with_at_most_a_screen() {
    for (Entry entry : entries().toList()) {
      int words = entry.answer().get(0).text().split("\\s+").length;
      assertTrue(words <= 90, entry.id() + " starts with " + words + " words");
    }
  }

  @Test
  void no_answer_raises_its_voice() {
    blocks().forEach(block -> assertFalse(block.text().contains("!"), block.text()));
  }

  @Test
  void every_entry_has_a_dozen_wordings() {
    entries()
        .forEach(entry -> assertTrue(entry.variants().size() >= 12, entry.id() + " has too few"));
  }

  @Test
  void there_are_13_jurisdictions_18_grounds_12_requests_and_7_services() {
    LetterBook book = book();
    assertEquals(13, book.jurisdictions().size());
    assertEquals(18, book.grounds().size());
    assertEquals(12, book.requests().size());
    assertEquals(
        List.of("facebook", "instagram", "threads", "messenger", "whatsapp", "meta-ai", "none"),
        book.services().stream().map(Service::id).toList());
  }

  @Test
  void every_country_of_the_world_belongs_somewhere() {
    assertEquals("EU", jurisdictionOf("FR"));
    assertEquals("UK", jurisdictionOf("GB"));
    assertEquals("US-CA", jurisdictionOf("US-CA"));
    assertEquals("OTHER", jurisdictionOf("KE"));
    assertTrue(book().countries().size() > 240);
  }

  @Test
  void a_service_of_the_eu_without_a_route_has_a_recipient_and_a_form() {
    for (Service service : book().services()) {
      if (service.route().isEmpty()) {
        assertTrue(service.recipients().containsKey("EU"), service.id());
        String form = service.id().equals("none") ? "third_party_information" : "own_data_ai";
        assertTrue(service.form(form, "EU").isPresent(), service.id());
      }
    }
  }

  @Test
  void nothing_unverified_is_said() {
    Stream.concat(
            blocks().map(AnswerBlock::text),
            book().services().stream()
                .flatMap(service -> service.recipients().values().stream())
                .map(Service.Recipient::toString))
        .forEach(text -> assertFalse(text.contains("unverified"), text));
  }

  @Test
  void forms_lie_on_the_company_s_own_domains() {
    Set<String> hosts = new HashSet<>();
    book().services().stream()
        .flatMap(service -> service.forms().stream())
        .forEach(form -> hosts.add(Arrays.asList(form.url().split("/")).get(2)));
    assertEquals(
        Set.of("www.facebook.com", "help.instagram.com", "help.meta.com", "www.whatsapp.com"),
        hosts);
  }

  @Test
  void a_regional_language_falls_back_to_its_language_and_others_to_the_default() {
    assertEquals(content.script("en"), content.script("en-GB"));
    assertEquals(content.script("en"), content.script("xx"));
  }

  private Stream<Entry> entries() {
    return content.scripts().values().stream()
        .flatMap(script -> script.knowledge().entries().stream());
  }

  private Stream<AnswerBlock> blocks() {
    return entries().flatMap(entry -> entry.answer().stream());
  }

  private String jurisdictionOf(String country) {
    return Optional.ofNullable(book().countries().get(country)).orElseThrow().jurisdiction();
  }

  private LetterBook book() {
    return content.script("en").letters().book();
  }
}
