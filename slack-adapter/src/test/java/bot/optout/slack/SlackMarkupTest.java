package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackMarkupTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "<@U0BOT> hi → hi",
        "hi <@U0BOT|optout> → hi",
        "ask <@U2BOB|bob> → ask @bob",
        "ask <@U2BOB> → ask @someone",
        "in <#C1|general> → in #general",
        "<!here> look → @here look",
        "<!subteam^S1|@team> → @team",
        "<!date^1392734382^{date}|18 Feb> → 18 Feb",
        "<https://example.com> → https://example.com",
        "<http://example.com|example.com> → example.com",
        "<https://evil.example|your bank> → your bank (https://evil.example)",
        "<mailto:a@b.example|a@b.example> → a@b.example",
        "a &lt;b&gt; &amp;amp; c → a <b> &amp; c",
        "&lt;!channel&gt; → <!channel>",
        "<|> <> < x> → <|> <> < x>"
      })
  void what_slack_wrote_is_read_as_the_person_meant_it(String wire, String meant) {
    assertEquals(meant, SlackMarkup.plain(wire, "U0BOT"));
  }

  @Test
  void escaping_is_undone_by_reading() {
    String text = "<!channel> & <@U1|x> &amp; <https://a.example|b>";
    assertEquals(text, SlackMarkup.plain(SlackMarkup.escaped(text), "U0BOT"));
  }
}
