package bot.optout.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScrubTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '\0',
      textBlock =
          """
          write to anna.mueller+meta@example.co.uk please → write to [email] please
          ANNA@EXAMPLE.ORG, why? → [email], why?
          mail me at jörg@müller.de → mail me at [email]
          anna at example dot org → [email]
          anna (at) example.org → [email]
          anna [at] example [dot] org → [email]
          my mail is anna @ example.org → my mail is [email]
          ａｎｎａ＠ｅｘａｍｐｌｅ．ｏｒｇ wants out → [email] wants out
          <mailto:anna@example.org|anna@example.org> → [email]
          <@U02ABCDEF> said no → [handle] said no
          ask @anna_m. about it → ask [handle] about it
          is @anna.m-94 affected? → is [handle] affected?
          my username is anna_94 → my username is [handle]
          insta: anna.m → insta: [handle]
          my account is anna_m94, help → my account is [handle], help
          https://www.facebook.com/anna.mueller.94 is mine → [link to facebook.com] is mine
          http://anna:geheim@intra.example.org/x → [link]
          see instagram.com/anna_m?hl=de → see [link to instagram.com]
          t.me/annam → [link]
          how do i leave facebook.com? → how do i leave facebook.com?
          call +49 170 1234567 → call [phone]
          call 0049-170-1234567 now → call [phone] now
          ruf an: 030/1234567 → ruf an: [phone]
          tel 089 12 34 56 78 → tel [phone]
          my number is (555) 123-4567 → my number is [number]
          call +1 (555) 123-4567 → call [phone]
          my case is 123456789 → my case is [number]
          case 98765432101234 → case [number]
          ref AB1234567890XYZ → ref [account]
          card 4111 1111 1111 1111 → card [number]
          DE89 3704 0044 0532 0130 00 please → [account] please
          de89370400440532013000 → [account]
          GB29NWBK60161331926819 → [account]
          from 192.168.10.44 → from [number]
          id 550e8400-e29b-41d4-a716-446655440000 → id [code]
          my name is Anna Müller and i want out → my name is [name] and i want out
          my name is anna how do i object → my name is [name] how do i object
          hi my name's bob, is it too late → hi my name's [name], is it too late
          Ich heiße Jörg Weiß-Özdemir und will raus → Ich heiße [name] und will raus
          ich heisse peter aus köln → ich heisse [name] aus köln
          Mein Name ist Anna → Mein Name ist [name]
          je m'appelle Zoë Dupont → je m'appelle [name]
          Name: Anna Müller → Name: [name]
          I am Anna Müller from Berlin → I am [name] from Berlin
          I'm John O'Neil → I'm [name]
          ich bin die Anna Schmidt → ich bin die [name]
          this is anna speaking → this is [name] speaking
          how do i protect my daughter Emma? → how do i protect my daughter [name]?
          meine Tochter Lena ist 14 → meine Tochter [name] ist 14
          ask Mr. Smith or Frau Weber → ask Mr. [name] or Frau [name]
          is it too late? Best regards, Anna Müller → is it too late? Best regards, [name]
          wie lange noch? LG Peter → wie lange noch? LG [name]
          too late? - Anna → too late? - [name]
          i live at Musterstraße 12a, 10115 Berlin → i live at [address], [address]
          i live at 12 Baker Street → i live at [address]
          post to SW1A 1AA → post to [address]
          born 12.03.1985, can i object → born [date], can i object
          i was born on March 3, 1990 → i was born on [date]
          12/03/1985 is my birthday → [date] is my birthday
          """)
  void what_tells_who_wrote_it_goes(String written, String scrubbed) {
    assertEquals(scrubbed, Scrub.text(written));
    assertEquals(scrubbed, Scrub.text(Scrub.text(written)), "scrubbing again changes nothing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "is it too late to object after 27 May 2025?",
        "what happened on 27.05.2025 and 2025-05-27?",
        "does Art. 21(1) GDPR 2016/679 apply in the UK?",
        "i'm so angry, it's gonna use my data anyway",
        "i am in Berlin, can i still opt out",
        "I'm German but live in Canada",
        "did Meta pay 1,200,000,000 or 4 million?",
        "are posts from 2007-2019 used?",
        "my 3 accounts: facebook, instagram & whatsapp",
        "wie widerspreche ich der Nutzung durch Meta AI?",
        "gilt das auch für meine Kinder (13, 15)?",
        "look at meta ai in whatsapp dot dot dot",
        "why did noyb.eu sue?",
        "what does Max Schrems say about it?",
        "is 1 month or 3 months the deadline",
        "darf meine Frau auch widersprechen?",
        "can my boss see it?",
        "thanks, and on Instagram?",
        "i miss facebook, is my name used anywhere?",
        "call me when the deadline is over",
        "where is my name shown?",
      })
  void what_they_asked_stays(String question) {
    assertEquals(question, Scrub.text(question));
  }

  @Test
  void a_terminal_finds_nothing_to_obey() {
    assertEquals("a [31mb c", Scrub.text("a\u001b[31mb\u202e\u200b\nc\u0000"));
  }

  @Test
  void hidden_characters_hide_nothing() {
    assertEquals("[email]", Scrub.text("an\u200bna@exa\u00admple.org"));
  }

  @Test
  void what_is_pasted_is_cut() {
    String cut = Scrub.text("why ".repeat(1000));
    assertTrue(cut.length() <= Scrub.LONGEST, String.valueOf(cut.length()));
    assertTrue(cut.endsWith("why…"), cut);
    assertEquals(cut, Scrub.text(cut));
  }

  @Test
  void a_question_cannot_be_made_unscrubbed_and_is_not_printed() {
    Note.Question question = new Note.Question("my name is Anna", "en");
    assertEquals("my name is [name]", question.text());
    assertFalse(question.toString().contains("name is"));
  }

  @Test
  void nothing_takes_long() {
    for (String part : List.of("1 ", "a.", "a@", "my name is ", "a-", "(", "Anna ", "x1", "12.")) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(2), () -> Scrub.text(part.repeat(4000 / part.length())), part);
    }
  }
}
