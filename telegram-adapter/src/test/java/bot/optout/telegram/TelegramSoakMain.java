package bot.optout.telegram;

import bot.optout.process.KillableProgram;
import bot.optout.soak.Soak;
import bot.optout.soak.SoakSettings;
import bot.optout.soak.SoakedPlatform;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The soak of the Telegram program; see docs/promises/reliability.md for how to run it. */
final class TelegramSoakMain implements SoakedPlatform {
  private static final int FIRST_ID = 4_000_001;

  private final FakeTelegram telegram = FakeTelegram.start();
  private final FakePeople people = new FakePeople(telegram);

  private TelegramSoakMain() {}

  public static void main(String[] arguments) throws Exception {
    boolean kept =
        new Soak(new TelegramSoakMain(), SoakSettings.fromProperties(), System.out).run();
    System.exit(kept ? 0 : 1);
  }

  @Override
  public String name() {
    return "telegram";
  }

  @Override
  public KillableProgram start(String databaseUrl, Path log) {
    return KillableProgram.start(
        TelegramMain.class.getName(),
        List.of(),
        Map.of(
            "TELEGRAM_BOT_TOKEN",
            FakeTelegram.TOKEN,
            "TELEGRAM_API_URL",
            telegram.url().toString(),
            "TELEGRAM_RATE_PER_SECOND",
            "1000",
            "OPTOUT_ADMIN_PORT",
            "0",
            "OPTOUT_DATABASE_URL",
            databaseUrl),
        log);
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

  /** A card whose buttons went before the process died has none to lose. */
  @Override
  public List<String> refusals() {
    return telegram.refusals().stream()
        .filter(one -> !one.contains("message is not modified"))
        .toList();
  }

  @Override
  public List<String> secrets() {
    return List.of(FakeTelegram.TOKEN, Integer.toString(FIRST_ID + 1));
  }
}
