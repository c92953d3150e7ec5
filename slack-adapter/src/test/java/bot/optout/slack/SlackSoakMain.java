package bot.optout.slack;

import bot.optout.process.KillableProgram;
import bot.optout.soak.Soak;
import bot.optout.soak.SoakSettings;
import bot.optout.soak.SoakedPlatform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** The soak of the Slack program; see docs/promises/reliability.md for how to run it. */
final class SlackSoakMain implements SoakedPlatform {
  private final FakeSlack slack;
  private final Map<Integer, FakePerson> people = new ConcurrentHashMap<>();

  private SlackSoakMain(FakeSlack slack) {
    this.slack = slack;
  }

  public static void main(String[] arguments) throws Exception {
    SlackSoakMain platform = new SlackSoakMain(FakeSlack.start());
    SoakSettings settings = SoakSettings.fromProperties();
    Duration second = settings.betweenKills().multipliedBy(2);
    boolean kept = new Soak(platform, settings, second, System.out).run();
    System.exit(kept ? 0 : 1);
  }

  @Override
  public String name() {
    return "slack";
  }

  @Override
  public KillableProgram start(String databaseUrl, Path log) {
    return KillableProgram.start(
        SlackMain.class.getName(), List.of(), slack.environment(databaseUrl), log);
  }

  private FakePerson person(int number) {
    return people.computeIfAbsent(number, it -> new FakePerson(slack, "U0SOAK" + it));
  }

  @Override
  public void say(int person, String text) {
    var unused = person(person).say(text);
  }

  /** A letter has three files, and Slack takes a hundred a minute from a workspace. */
  @Override
  public int peopleToALetter() {
    return 8;
  }

  @Override
  public List<String> received(int person) {
    String channel = person(person).directChannel();
    return slack.workspace().messages(channel).stream()
        .filter(FakeMessage::fromBot)
        .filter(message -> message.file().isEmpty())
        .sorted(Comparator.comparing(FakeMessage::ts))
        .map(FakeMessage::words)
        .toList();
  }

  @Override
  public void stumble(Random random) {
    slack.fault(
        "chat.postMessage",
        random.nextBoolean() ? new Fault.Status(429, 1) : new Fault.Status(503, 0));
  }

  @Override
  public List<String> refusals() {
    return slack.refusals();
  }

  @Override
  public List<String> secrets() {
    return List.of(FakeSlack.BOT_TOKEN, FakeSlack.APP_TOKEN, "U0SOAK");
  }
}
