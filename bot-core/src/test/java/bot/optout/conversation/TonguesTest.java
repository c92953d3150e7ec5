package bot.optout.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bot.optout.content.TestContent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A language is told where it can be, and not guessed where it cannot. */
final class TonguesTest {
  private final Tongues tongues = TestContent.get().tongues();

  private String tag(String text) {
    return tongues.of(text).map(tongue -> tongue.language().toLanguageTag()).orElse("-");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "is it too late to object | en",
        "its gonna use my data anyway | en",
        "what about my kids photos | en",
        "kann ich noch widersprechen | de",
        "ist es zu spät | de",
        "bringt das überhaupt was | de",
        "wie widerspreche ich der ki von meta | de",
        "comment m'opposer à l'entraînement de l'ia | fr",
        "puedo oponerme al entrenamiento con mis fotos | es",
        "non voglio che meta usi le mie foto | it",
        "czy mogę się sprzeciwić | pl",
        "hoe maak ik bezwaar tegen de ai van meta | nl",
        "메타 AI 학습 거부 | ko",
        "как отказаться | ru",
        "私の写真を使わないで | ja",
        "opt out | -",
        "deadline | -",
        "instagram | -",
        "Anna Müller | -",
        "ok | -"
      })
  void tells(String text, String tag) {
    assertEquals(tag, tag(text));
  }
}
