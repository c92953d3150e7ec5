package bot.optout.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.content.TestContent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is understood of people's words before anything is looked up. */
final class ListeningTest {
  private final Script script = TestContent.get().script("en");

  private Heard hear(String text) {
    return script.hear(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cancel | CANCEL",
        "Cancel! | CANCEL",
        "go back | BACK",
        "start over | START_OVER",
        "help | HELP",
        "draft pls, instagram, im in lyon | DRAFT",
        "draft my objection | DRAFT",
        "forget me | FORGET",
        "thanks | THANKS"
      })
  void a_wish_is_heard_however_it_is_worded(String text, Wish wish) {
    assertEquals(Optional.of(wish), hear(text).wish());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "how do i write a letter to my landlord",
        "is it too late to object",
        "what happens if i cancel my account"
      })
  void a_question_that_contains_the_words_of_a_wish_is_none(String text) {
    assertEquals(Optional.empty(), hear(text).wish());
  }

  @Test
  void places_and_services_are_heard_in_a_sentence() {
    Mentions mentions = script.listening().mentions("i live in Lyon and use insta and fb");
    assertEquals(Optional.of("FR"), mentions.place());
    assertEquals(List.of("instagram", "facebook"), mentions.services());
  }

  @Test
  void a_letter_to_another_company_is_a_wish_too_and_names_it() {
    assertEquals(Optional.of(Wish.DRAFT), hear("draft for tiktok").wish());
    assertEquals(Optional.of("TikTok"), hear("draft for tiktok").mentions().other());
    assertEquals(Optional.empty(), hear("draft for instagram").mentions().other());
  }

  @Test
  void us_the_country_is_not_us_the_people() {
    assertEquals(Optional.empty(), script.listening().mentions("can they sue us").place());
    assertEquals(Optional.of("US"), script.listening().mentions("i live in the US").place());
    assertEquals(Optional.of("US"), script.listening().mentions("us").place());
  }

  @Test
  void nothing_but_names_is_a_bare_mention() {
    assertTrue(hear("instagram and threads please").bareMention());
    assertTrue(hear("i live in france").bareMention());
    assertFalse(hear("instagram stole my photos").bareMention());
  }

  @Test
  void a_correction_announces_itself() {
    assertTrue(hear("actually facebook").correction());
    assertTrue(hear("I meant Italy").correction());
    assertFalse(hear("facebook").correction());
  }

  @Test
  void a_chain_post_is_told_from_a_question_about_one() {
    assertEquals(
        Heard.Kind.CHAIN_POST,
        hear("Goodbye Meta AI. I do not give Meta permission to use my photos.").kind());
    assertEquals(Heard.Kind.PLAIN, hear("does posting goodbye meta ai help?").kind());
  }
}
