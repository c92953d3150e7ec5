package bot.optout.telegram;

import bot.optout.process.KillableProgram;
import bot.optout.soak.Soak;
import bot.optout.soak.SoakSettings;
import bot.optout.soak.SoakedPlatform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** The soak of the Telegram program; see docs/promises/reliability.md for how to run it. */
final class TelegramSoakMain implements SoakedPlatform {
  private static final int FIRST_ID = 4_000_001;

  private final FakeTelegram telegram = FakeTelegram.start();
  private final FakePeople people = new FakePeople(telegram);

  private TelegramSoakMain() {}

  public static void main(String[] arguments) throws Exception {
    SoakSettings settings = SoakSettings.fromProperties();
    Duration first = settings.betweenKills();
    boolean kept = new Soak(new TelegramSoakMain(), settings, first, System.out).run();
    System.exit(kept ? 0 : 1);
  }

  @Override
  public String name() {
    return "telegram";
  }

  @Override
  public KillableProgram start(String databaseUrl, Path log) {
    return KillableProgram.start(
        TelegramMain.class.getName(), List.of(), telegram.environment(databaseUrl), log);
  }

  @Override
  public void say(int person, String text) {
    var unused = people.say(FakePeople.person(FIRST_ID + person), text);
  }

  @Override
  public int peopleToALetter() {
    return 1;
  }

  @Override
  public List<String> received(int person) {
    return telegram.messages(FIRST_ID + person).stream()
        .filter(message -> message.file().isEmpty())
        .map(FakeMessage::text)
        .toList();
  }

  @Override
  public void stumble(Random random) {
    telegram.fault(
        "sendMessage", random.nextBoolean() ? Fault.tooMany(1) : Fault.error(502, "Bad Gateway"));
  }

  @Override
  public List<String> refusals() {
    return telegram.refusalsThatMatter();
  }

  @Override
  public List<String> secrets() {
    return List.of(FakeTelegram.TOKEN, Integer.toString(FIRST_ID + 1));
  }
}
