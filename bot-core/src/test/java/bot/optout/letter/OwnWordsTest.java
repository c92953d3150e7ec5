package bot.optout.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.content.TestContent;
import bot.optout.letter.Disclosure.Concern;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in a person's own words. */
final class OwnWordsTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "en | I'm a nurse and patients find me on insta | professional_secrecy",
        "en | there are pictures of my daughter all over my profile | children_photos",
        "en | I paint and sell my artwork, I am an illustrator | creative_work",
        "en | my ex is stalking me and must not find me | safety_harassment",
        "en | I posted this as a teenager | youth_posts",
        "en | my husband passed away and the page is a memorial | deceased",
        "en | my boss could read it and I would lose my job | job",
        "en | I write in a dialect, everyone knows me in our small village | local_dialect_small_group",
        "en | I am a police officer | public_role",
        "de | ich bin Krankenpfleger und meine Patienten finden mich auf Insta | professional_secrecy",
        "de | Auf meinem Profil sind Fotos meiner Kinder | children_photos",
        "de | Ich bin Fotografin und lebe davon | creative_work",
        "de | Ich werde gestalkt | safety_harassment",
        "de | Das habe ich als Jugendlicher gepostet, aus meiner Jugend | youth_posts",
        "de | Ich bin im Betriebsrat und in der Gewerkschaft | politics_union",
        "de | meine Stimme und mein Gesicht sind in vielen Videos | deepfakes",
        "de | ich bin Lehrerin, meine Schüler lesen mit | public_role"
      })
  void grounds_are_found(String language, String text, String ground) {
    List<String> found = desk(language).groundsIn(text);
    assertTrue(found.contains(ground), found::toString);
    assertTrue(found.size() <= 3, found::toString);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "en | I just do not want this at all.",
        "en | It feels wrong to me that they take it.",
        "de | Ich will das einfach nicht.",
        "de | Das fühlt sich für mich falsch an."
      })
  void where_there_is_no_hint_nothing_is_suggested(String language, String text) {
    assertEquals(List.of(), desk(language).groundsIn(text));
    assertEquals(Set.of(), desk(language).disclosedIn(text));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "en | I have bipolar disorder | HEALTH",
        "en | my daughter Mia is in the pictures | OTHER_PERSON",
        "en | my passport number is on it | ID_NUMBER",
        "en | my id is C01X00T478 | ID_NUMBER",
        "en | my ssn is 078-05-1120 | ID_NUMBER",
        "en | pay to DE89 3704 0044 0532 0130 00 | BANK_ACCOUNT",
        "en | call me at +44 20 7946 0958 | PHONE",
        "en | I was born 12.03.1984 | BIRTHDAY",
        "de | ich habe Brustkrebs gehabt | HEALTH",
        "de | Fotos von meinem Sohn Jonas | OTHER_PERSON",
        "de | meine Ausweisnummer steht darin | ID_NUMBER",
        "de | ruf mich an: 0171 2345678 | PHONE",
        "de | IBAN DE89370400440532013000 | BANK_ACCOUNT",
        "de | geboren am 12.3.1984 | BIRTHDAY"
      })
  void what_need_not_be_there_is_named(String language, String text, Concern concern) {
    assertTrue(desk(language).disclosedIn(text).contains(concern), text);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "en | I object under Regulation (EU) 2016/679 since 26 May 2025",
        "en | 300000 people follow me since 2019",
        "en | I use META AI and WHATSAPP2 in 2026",
        "de | Art. 21 Abs. 1 DSGVO, seit dem 26. Mai 2025",
        "de | meine Freunde haben 1200 Bilder geteilt"
      })
  void what_is_harmless_is_left_alone(String language, String text) {
    assertEquals(EnumSet.noneOf(Concern.class), desk(language).disclosedIn(text));
  }

  @Test
  void long_texts_are_read_quickly() {
    String text = "a1 ".repeat(20_000) + "0".repeat(20_000) + "A".repeat(20_000);
    long begin = System.nanoTime();
    desk("de").disclosedIn(text);
    desk("de").groundsIn(text);
    assertTrue(System.nanoTime() - begin < 5_000_000_000L);
  }

  private static LetterDesk desk(String language) {
    return TestContent.letters(language);
  }
}
