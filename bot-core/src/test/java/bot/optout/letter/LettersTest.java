package bot.optout.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.content.TestContent;
import bot.optout.message.Sheet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every letter of every law in every language. */
final class LettersTest {
  private static final Pattern CITED =
      Pattern.compile("\\bArt\\.|§|\\bs\\. \\d|\\bAPP \\d|\\d+\\.\\d+\\.\\d");

  @Test
  void every_language_has_the_same_letters() {
    SampleLetters english = samples("en");
    for (String language : TestContent.languages()) {
      for (String law : laws(english)) {
        String place = SampleLetters.place(law);
        assertEquals(english.desk().kinds(place), samples(language).desk().kinds(place), law);
      }
    }
  }

  @Test
  void every_law_has_an_opening_and_every_letter_can_be_written() {
    forEach((law, letter) -> assertTrue(letter.text().length() > 200, law + letter));
    for (String law : laws(samples("en"))) {
      Set<LetterKind> kinds = samples("en").desk().kinds(SampleLetters.place(law));
      assertTrue(kinds.contains(samples("en").desk().opening(SampleLetters.place(law))), law);
      assertTrue(kinds.size() >= 9, law + kinds);
    }
  }

  @Test
  void nothing_unfilled_or_unverified_is_left() {
    forEach(
        (law, letter) -> {
          String all = letter.text() + letter.formText().orElse("") + letter.notes();
          for (String trace :
              List.of(
                  "{{",
                  "}}",
                  "null",
                  "unverified",
                  "cite.",
                  "Optional",
                  "  ",
                  " .",
                  " ,",
                  "()",
                  "[]")) {
            assertFalse(
                all.contains(trace), law + " " + letter.kind() + " has \"" + trace + "\":\n" + all);
          }
        });
  }

  @Test
  void a_provision_is_cited_only_if_it_stands_in_the_data_of_the_law() {
    for (String language : TestContent.languages()) {
      SampleLetters samples = samples(language);
      for (String law : laws(samples)) {
        List<String> cites =
            Optional.ofNullable(samples.desk().book().words().laws().get(law))
                .orElseThrow()
                .cites()
                .values()
                .stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        letters(samples, law)
            .forEach(
                letter -> {
                  String rest = letter.text() + letter.formText().orElse("");
                  for (String cite : cites) {
                    rest = rest.replace(cite, "");
                  }
                  assertFalse(CITED.matcher(rest).find(), law + " " + letter.kind() + ":\n" + rest);
                });
      }
    }
  }

  @Test
  void a_letter_to_nobody_known_has_a_placeholder_and_says_so() {
    for (String law : List.of("UK", "CH", "BR", "KR", "AU", "OTHER")) {
      Letter letter = samples("en").sample(LetterKind.WITHDRAWAL, law);
      assertTrue(letter.recipient().isEmpty(), law);
      assertTrue(letter.text().contains("[Company named in the privacy policy of your app]"), law);
      assertTrue(letter.notes().stream().anyMatch(note -> note.contains("responsible")), law);
    }
  }

  @Test
  void every_letter_says_that_no_lawyer_has_read_it() {
    forEach(
        (law, letter) ->
            assertTrue(
                letter.notes().stream()
                    .anyMatch(note -> note.contains("awyer") || note.contains("anwaltlich")),
                law + letter));
  }

  @Test
  void a_courtesy_request_claims_no_right_and_says_so_to_the_person() {
    for (String language : TestContent.languages()) {
      for (String law : List.of("US", "IN", "JP", "OTHER")) {
        Letter letter = samples(language).sample(LetterKind.COURTESY, law);
        assertFalse(CITED.matcher(letter.text()).find(), letter.text());
        assertTrue(
            letter.notes().get(0).matches(".*(polite request|höfliche Bitte).*"),
            letter.notes()::toString);
      }
    }
  }

  @Test
  void a_letter_the_recipient_cannot_read_says_so() {
    assertTrue(
        samples("de")
            .sample(LetterKind.OBJECTION, "BR")
            .notes()
            .toString()
            .contains("Portugiesisch"));
    assertFalse(
        samples("de").sample(LetterKind.OBJECTION, "CH").notes().toString().contains("Sprachen"));
    assertTrue(
        samples("en").sample(LetterKind.COMPLAINT, "EU").notes().toString().contains("German"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{date}} {{requests}}",
        "- a bullet\n\n# A heading\n\n- {{name}}",
        "\"; DROP TABLE cases; --",
        "<b>bold</b> *bold* _under_ [link](https://example.org)",
        "\u202Egnirts desrever",
        "𝕬𝖓𝖓𝖆 👩‍👧 Zoë Łukasz"
      })
  void what_a_person_types_stays_what_they_typed(String naughty) {
    Draft plain = SampleLetters.draft("EU").because(new Reason.OwnWords("plain words"));
    Draft typed = plain.because(new Reason.OwnWords(naughty)).named(new Detail(naughty));
    for (String language : TestContent.languages()) {
      SampleLetters samples = samples(language);
      for (LetterKind kind : samples.desk().kinds("DE")) {
        Sheet expected = samples.write(kind, plain, samples.history()).orElseThrow().sheet();
        Sheet sheet = samples.write(kind, typed, samples.history()).orElseThrow().sheet();
        assertEquals(shapes(expected), shapes(sheet), kind.key());
        assertTrue(sheet.text().contains(naughty), kind.key());
      }
    }
  }

  @Test
  void nothing_typed_is_printed_by_accident() {
    SampleLetters samples = samples("en");
    Letter letter = samples.sample(LetterKind.COMPLAINT, "EU");
    String printed = letter + samples.history().toString() + letter.sheet() + letter.sheet().body();
    assertFalse(
        printed.contains("Anna") || printed.contains("4711") || printed.contains("unable"),
        printed);
  }

  @Test
  void only_competent_authorities_are_offered_and_one_land_has_one() {
    LetterDesk desk = samples("en").desk();
    assertEquals(16, desk.lands("DE").size());
    for (String land : desk.lands("DE").keySet()) {
      assertEquals(1, desk.authorities("DE", Optional.of(land)).size(), land);
    }
    assertEquals("debaylda", desk.authorities("DE", Optional.of("BY")).get(0).id());
    assertTrue(
        desk.book().authorities().stream()
            .noneMatch(it -> Set.of("debfdi", "debayldb", "deekdbfd", "derf").contains(it.id())));
    assertTrue(
        desk.authorities("IE", Optional.empty())
            .get(0)
            .note()
            .orElse("")
            .contains("lead authority"));
    assertTrue(desk.lands("FR").isEmpty());
    assertTrue(desk.authorities("KE", Optional.empty()).isEmpty());
  }

  @Test
  void every_member_state_has_an_authority() {
    LetterDesk desk = samples("en").desk();
    desk.book().countries().values().stream()
        .filter(country -> country.jurisdiction().equals("EU"))
        .forEach(
            country ->
                assertFalse(
                    desk.authorities(country.code(), Optional.empty()).isEmpty(), country.code()));
  }

  private static List<String> shapes(Sheet sheet) {
    return sheet.body().stream().map(Sheet.Part::toString).toList();
  }

  private static void forEach(BiConsumer<String, Letter> check) {
    for (String language : TestContent.languages()) {
      SampleLetters samples = samples(language);
      for (String law : laws(samples)) {
        letters(samples, law).forEach(letter -> check.accept(law, letter));
      }
    }
  }

  private static Stream<Letter> letters(SampleLetters samples, String law) {
    return samples.desk().kinds(SampleLetters.place(law)).stream()
        .map(kind -> samples.sample(kind, law));
  }

  private static List<String> laws(SampleLetters samples) {
    return List.copyOf(samples.desk().book().jurisdictions().keySet());
  }

  private static SampleLetters samples(String language) {
    return new SampleLetters(language);
  }
}
