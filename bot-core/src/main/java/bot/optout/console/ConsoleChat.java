package bot.optout.console;

import bot.optout.Address;
import bot.optout.Bot;
import bot.optout.BotConfig;
import bot.optout.Incoming;
import bot.optout.Input;
import bot.optout.content.Content;
import bot.optout.delivery.Tally;
import bot.optout.message.Message;
import bot.optout.operation.CoreConfig;
import bot.optout.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The terminal as a platform: every line is a turn, done before the next line is read. */
final class ConsoleChat implements AutoCloseable {
  static final String PLATFORM = "console";

  private final Spoken spoken = new Spoken();
  private final Store store;
  private final Clock clock;
  private final Bot bot;
  private final String session;
  private int lines;

  ConsoleChat(CoreConfig config, Content content, Store store, Clock clock, String session) {
    this.store = store;
    this.clock = clock;
    this.session = session;
    this.bot =
        new Bot(
            BotConfig.of(PLATFORM, config),
            () -> content,
            store,
            spoken,
            clock,
            new Random(),
            Tally.NONE);
  }

  List<Message> happens(String conversation, Input input) {
    return happens(conversation, input, Optional.empty());
  }

  /**
   * The same for a person whose time zone is known.
   *
   * @param zone such as {@code Europe/Lisbon}
   */
  List<Message> happens(String conversation, Input input, Optional<String> zone) {
    lines++;
    bot.accept(
        new Incoming(session + ":" + lines, address(conversation), input, Optional.empty(), zone));
    bot.runDue();
    return spoken.take().getOrDefault(conversation, List.of());
  }

  /** What became due since the clock was moved, by conversation. */
  Map<String, List<Message>> timePassed() {
    bot.runDue();
    store.expire(clock.instant());
    return spoken.take();
  }

  private static Address address(String conversation) {
    return new Address(PLATFORM, "local", conversation, conversation, Address.Audience.ALONE, "");
  }

  @Override
  public void close() {
    bot.close();
    store.close();
  }
}
