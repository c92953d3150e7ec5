package bot.optout.console;

import bot.optout.Startup;
import bot.optout.content.Content;
import bot.optout.embedding.OnnxEmbedder;
import bot.optout.operation.CoreConfig;
import bot.optout.operation.ExitCode;
import bot.optout.operation.Settings;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import bot.optout.store.StoreException;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The terminal: chat, ask, check. Everything is read and written as UTF-8. */
@Command(
    name = "bot-core",
    description = "Optout Bot in the terminal.",
    mixinStandardHelpOptions = true,
    subcommands = CommandLine.HelpCommand.class)
public final class ConsoleMain {
  private final Map<String, String> environment;
  private final BufferedReader in;
  private final PrintStream out;
  private final PrintStream err;
  private final Clock clock;

  ConsoleMain(
      Map<String, String> environment,
      BufferedReader in,
      PrintStream out,
      PrintStream err,
      Clock clock) {
    this.environment = environment;
    this.in = in;
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  public static void main(String[] arguments) {
    ConsoleMain program =
        new ConsoleMain(
            System.getenv(),
            new BufferedReader(
                new InputStreamReader(
                    new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8)),
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
            Clock.systemUTC());
    System.exit(program.run(arguments));
  }

  /** Runs a command; without one, chats. */
  int run(String... arguments) {
    CommandLine commands = new CommandLine(this);
    commands.setExitCodeExceptionMapper(
        trouble ->
            trouble instanceof CommandLine.ParameterException
                ? ExitCode.BAD_CONFIGURATION
                : ExitCode.LOST);
    return commands.execute(normalised(arguments));
  }

  private static String[] normalised(String... arguments) {
    if (arguments.length == 0) {
      return new String[] {"chat"};
    }
    return Arrays.stream(arguments)
        .map(argument -> argument.equals("--check") ? "check" : argument)
        .toArray(String[]::new);
  }

  @Command(
      description = "Chat in the terminal. This is the default.",
      mixinStandardHelpOptions = true)
  int chat(@Option(names = "--json", description = "One JSON object a line.") boolean json) {
    return prepared(
        (config, content) -> {
          MovableClock movable = new MovableClock(clock);
          Clock time = json ? movable : clock;
          try (ConsoleChat chat =
              new ConsoleChat(
                  config,
                  content,
                  Store.open(kept(config), time),
                  time,
                  UUID.randomUUID().toString())) {
            if (json) {
              new JsonChat(chat, movable, in, out).run();
            } else {
              new TerminalChat(chat, in, out).run();
            }
          }
        });
  }

  /** Nothing is kept in the terminal unless a database is named. */
  private StoreConfig kept(CoreConfig config) {
    return environment.containsKey("OPTOUT_DATABASE_URL") ? config.store() : StoreConfig.inMemory();
  }

  @Command(
      description = "Answer one question, or one question a line from standard input.",
      mixinStandardHelpOptions = true)
  int ask(
      @Option(names = "--json", description = "One JSON object a line.") boolean json,
      @Parameters(arity = "0..*", paramLabel = "QUESTION") String @Nullable [] question) {
    return prepared(
        (config, content) -> {
          Ask ask = new Ask(content, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
          if (question != null && question.length > 0) {
            answer(ask, String.join(" ", question), json);
            return;
          }
          for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isBlank()) {
              answer(ask, line.strip(), json);
            }
          }
        });
  }

  private void answer(Ask ask, String question, boolean json) {
    out.println(json ? ask.json(question) : ask.plain(question) + "\n");
  }

  @Command(
      description = "Check configuration and content; say everything that is wrong.",
      mixinStandardHelpOptions = true)
  int check() {
    Settings settings = settings();
    CoreConfig config = CoreConfig.from(settings, 0);
    Startup.Readiness readiness = new Startup(clock, OnnxEmbedder::load).read(settings, config);
    readiness.print(err);
    readiness.content().ifPresent(content -> err.println("ok: content " + content.version()));
    return readiness.content().isPresent() ? ExitCode.DONE : ExitCode.BAD_CONFIGURATION;
  }

  /** What a command does once configuration and content are known to be good. */
  @FunctionalInterface
  private interface Work {
    void with(CoreConfig config, Content content) throws IOException;
  }

  private int prepared(Work work) {
    Settings settings = settings();
    CoreConfig config = CoreConfig.from(settings, 0);
    Startup.Readiness readiness = new Startup(clock, OnnxEmbedder::load).read(settings, config);
    if (readiness.content().isEmpty()) {
      readiness.printProblems(err);
      return ExitCode.BAD_CONFIGURATION;
    }
    try {
      work.with(config, readiness.content().get());
      return ExitCode.DONE;
    } catch (IOException | StoreException lost) {
      err.println("lost: " + lost.getClass().getSimpleName());
      return ExitCode.LOST;
    }
  }

  private Settings settings() {
    return new Settings(
        environment, path -> Files.readString(Path.of(path), StandardCharsets.UTF_8));
  }
}
