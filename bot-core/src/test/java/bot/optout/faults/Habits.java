package bot.optout.faults;

import bot.optout.Input;
import java.util.List;
import java.util.Random;

/** What somebody does next: goes on with a letter, turns round, or says what only they can say. */
final class Habits {
  private static final List<Input> LETTER =
      List.of(
          new Input.Commanded("start", "draft_instagram_fr"),
          new Input.Pressed("reason:none"),
          new Input.Said("Camille"),
          new Input.Pressed("email:placeholder"),
          new Input.Pressed("account:placeholder"),
          new Input.Pressed("review:take"),
          new Input.Pressed("sent:today"));

  private static final List<Input> ANYTHING =
      List.of(
          new Input.Commanded("cancel", ""),
          new Input.Commanded("draft", ""),
          new Input.Commanded("help", ""),
          new Input.Commanded("cases", ""),
          new Input.Pressed("country:EU"),
          new Input.Attached(Input.Kind.VOICE));

  private final Random random;
  private int written;
  private int count;

  Habits(Random random) {
    this.random = random;
  }

  Input next() {
    int what = random.nextInt(10);
    if (what < 5) {
      return new Input.Commanded("w" + letters(count++), "");
    }
    if (what < 9) {
      return LETTER.get(written++ % LETTER.size());
    }
    return ANYTHING.get(random.nextInt(ANYTHING.size()));
  }

  /** The number in letters: figures might be taken for something else. */
  private static String letters(int number) {
    return "" + (char) ('a' + number / 26 % 26) + (char) ('a' + number % 26);
  }
}
