package bot.optout.transcript;

import bot.optout.Address;
import bot.optout.Bot;
import bot.optout.BotConfig;
import bot.optout.Incoming;
import bot.optout.Input;
import bot.optout.Outgoing;
import bot.optout.content.Content;
import bot.optout.delivery.Progress;
import bot.optout.delivery.Sending;
import bot.optout.delivery.Tally;
import bot.optout.logs.Confidential;
import bot.optout.message.Attachment;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** A chat with the core alone, on a database in memory. */
public final class CoreChat implements Chat, AutoCloseable {
  private static final Address ADDRESS =
      new Address(
          "test",
          "tenant-5520",
          "chat-88120",
          "person-73411",
          Address.Audience.ALONE,
          "route-9904");

  private final SettableClock clock = new SettableClock(Transcript.START);
  private final List<Message> seen = new ArrayList<>();
  private final String locale;
  private final Content content;
  private final StoreConfig database;
  private Store store;
  private Bot bot;
  private int shown;
  private int count;

  /**
   * Opens a chat on a database in memory, in which a restart ends only the program's own memory.
   *
   * @param locale the person's language code, as a platform would tell it
   */
  public CoreChat(Content content, String locale) {
    this(content, locale, StoreConfig.inMemory());
  }

  /** On a database that may be a file, which a restart closes and opens again. */
  public CoreChat(Content content, String locale, StoreConfig database) {
    this.content = content;
    this.locale = locale;
    this.database = database;
    this.store = Store.open(database, clock);
    this.bot = started();
  }

  private Bot started() {
    List.of(ADDRESS.tenant(), ADDRESS.chat(), ADDRESS.person(), ADDRESS.route())
        .forEach(Confidential::tell);
    return new Bot(
        new BotConfig("test", "", 7, 30, 30, 1, 1),
        () -> content,
        store,
        this::deliver,
        clock,
        new Random(1),
        Tally.NONE);
  }

  @Override
  public void restart() {
    shown = seen.size();
    bot.close();
    if (database.file().isPresent()) {
      store.close();
      store = Store.open(database, clock);
    }
    bot = started();
    bot.runDue();
  }

  @Override
  public boolean block() {
    happens(new Input.Left());
    return true;
  }

  private Sending deliver(Outgoing outgoing, Progress progress) {
    if (outgoing instanceof Outgoing.Say say) {
      seen.add(say.message());
      return new Sending.Delivered(List.of("m" + seen.size()));
    }
    return new Sending.Delivered(List.of());
  }

  private void happens(Input input) {
    shown = seen.size();
    count++;
    bot.accept(new Incoming("in" + count, ADDRESS, input, Optional.of(locale)));
    bot.runDue();
  }

  @Override
  public void say(String text) {
    Confidential.tell(text);
    happens(new Input.Said(text));
  }

  @Override
  public void press(String label) {
    for (int i = seen.size() - 1; i >= 0; i--) {
      Optional<Choice> choice =
          seen.get(i).choices().stream().filter(one -> one.label().equals(label)).findFirst();
      if (choice.isPresent()) {
        happens(new Input.Pressed(choice.get().id()));
        return;
      }
    }
    throw new AssertionError("no button " + label);
  }

  @Override
  public void command(String line) {
    String[] words = line.substring(1).split(" ", 2);
    String argument = words.length > 1 ? words[1] : "";
    Confidential.tell(argument);
    happens(new Input.Commanded(words[0], argument));
  }

  @Override
  public void edit(String text) {
    Confidential.tell(text);
    happens(new Input.Edited(text));
  }

  @Override
  public void photo() {
    happens(new Input.Attached(Input.Kind.PHOTO));
  }

  @Override
  public void pass(Duration time) {
    shown = seen.size();
    clock.advance(time);
    bot.runDue();
    store.expire(clock.instant());
  }

  @Override
  public List<String> received() {
    return seen.subList(shown, seen.size()).stream().map(CoreChat::asSeen).toList();
  }

  /** A message as a person sees it. */
  public static String asSeen(Message message) {
    List<String> parts = new ArrayList<>();
    parts.add(message.plainText().strip());
    message.attachments().stream()
        .map(Attachment::name)
        .map(name -> "(file " + name + ")")
        .forEach(parts::add);
    if (!message.choices().isEmpty()) {
      parts.add(
          message.choices().stream()
              .map(choice -> "[" + choice.label() + "]")
              .collect(Collectors.joining(" ")));
    }
    return String.join("\n", parts);
  }

  @Override
  public void close() {
    bot.close();
    store.close();
  }
}
