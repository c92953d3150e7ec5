package bot.optout.console;

import bot.optout.content.Content;
import bot.optout.content.ContentFolder;
import bot.optout.content.ContentLinks;
import bot.optout.embedding.OnnxEmbedder;
import bot.optout.knowledge.SentenceModel;
import bot.optout.operation.CoreConfig;
import bot.optout.operation.Discretion;
import bot.optout.operation.ExitCode;
import bot.optout.operation.Settings;
import bot.optout.program.Startup;
import bot.optout.store.Aside;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The terminal: chat, ask, check, unanswered, aside. Everything is read and written as UTF-8. */
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
    Discretion.begin();
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
    return settings().isGiven("OPTOUT_DATABASE_URL") ? config.store() : StoreConfig.inMemory();
  }

  @Command(
      description = "Answer one question, or one question a line from standard input.",
      mixinStandardHelpOptions = true)
  int ask(
      @Option(names = "--json", description = "One JSON object a line.") boolean json,
      @Parameters(arity = "0..*", paramLabel = "QUESTION") String @Nullable [] question) {
    return prepared(
        (config, content) -> {
          Ask ask = new Ask(content, today());
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
  int check(
      @Option(
              names = "--links",
              description = "Also try every link of the content, slowly. Writes nothing.")
          boolean links) {
    Settings settings = settings();
    CoreConfig config = CoreConfig.from(settings, 0);
    Startup.Readiness readiness = new Startup(clock, OnnxEmbedder::load).read(settings, config);
    readiness.print(err);
    readiness.content().ifPresent(content -> err.println("ok: content " + content.get().version()));
    if (readiness.content().isEmpty()) {
      return ExitCode.BAD_CONFIGURATION;
    }
    return links ? tryLinks(config, readiness.content().get().get()) : ExitCode.DONE;
  }

  private int tryLinks(CoreConfig config, Content content) {
    try {
      Map<String, List<String>> links =
          ContentLinks.of(
              config.contentDir().isPresent()
                  ? ContentFolder.read(config.contentDir().get())
                  : ContentFolder.builtIn());
      boolean intact =
          LinkCheck.of(links.keySet(), today(), out)
              .run(links, content.script(content.defaultLanguage()).knowledge().entries());
      return intact ? ExitCode.DONE : ExitCode.BAD_CONFIGURATION;
    } catch (IOException lost) {
      err.println("lost: " + lost.getClass().getSimpleName());
      return ExitCode.LOST;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return ExitCode.LOST;
    }
  }

  @Command(
      description = "Show what the bot could not answer, and what people thought of its answers.",
      mixinStandardHelpOptions = true)
  int unanswered(
      @Option(names = "--json", description = "One JSON object a line.") boolean json,
      @Option(
              names = "--days",
              defaultValue = "30",
              description = "How many days back; ${DEFAULT-VALUE} if not said.")
          int days) {
    if (namesNoDatabase()) {
      return ExitCode.BAD_CONFIGURATION;
    }
    SentenceModel model = OnnxEmbedder.load();
    return prepared(
        () -> model,
        (config, content) -> {
          try (Store store = Store.open(config.store(), clock)) {
            new Unanswered(content, model)
                .print(store.feedback(), today().minusDays(days - 1L), json, out);
          }
        });
  }

  @Command(
      description = "Show what could not be handled and is kept for 7 days.",
      mixinStandardHelpOptions = true)
  int aside(
      @Option(
              names = "--raw",
              description = "Also what arrived, as it came. It may hold what somebody wrote.")
          boolean raw) {
    if (namesNoDatabase()) {
      return ExitCode.BAD_CONFIGURATION;
    }
    return configured(
        config -> {
          try (Store store = Store.open(config.store(), clock)) {
            for (Aside one : store.inbox().aside()) {
              out.println(one.id() + " " + one.platform() + " " + one.when());
              if (raw) {
                out.println(one.payload());
              }
            }
          }
        });
  }

  private boolean namesNoDatabase() {
    Settings settings = settings();
    StoreConfig config = CoreConfig.from(settings, 0).store();
    Optional<Path> file = config.file();
    boolean there = config.onServer() || file.filter(Files::exists).isPresent();
    if (settings.problems().isEmpty() && !there) {
      err.println(
          "problem: OPTOUT_DATABASE_URL names no database: there is no file "
              + file.map(path -> path.toAbsolutePath().toString()).orElse("in memory"));
      return true;
    }
    return false;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  @Command(
      description = "Run the answer engine on a labelled set: lines of label TAB text.",
      mixinStandardHelpOptions = true)
  int eval(
      @Option(names = "--train", required = true, paramLabel = "TSV") Path train,
      @Option(names = "--test", required = true, paramLabel = "TSV") Path test,
      @Option(names = "--threshold-from", paramLabel = "TSV") @Nullable Path validation,
      @Option(names = "--json", description = "One JSON object.") boolean json) {
    return EvalCommand.run(
        () -> EvalCommand.eval(train, test, Optional.ofNullable(validation), json, out), err);
  }

  @Command(
      description = "Measure the answer engine on CLINC150, given as data_full.json.",
      mixinStandardHelpOptions = true)
  int bench(
      @Option(names = "--clinc", required = true, paramLabel = "JSON") Path clinc,
      @Option(names = "--seeds", description = "Cuts of each shape.", defaultValue = "3") int seeds,
      @Option(
              names = "--questions",
              description = "Also measure the built-in content on LANGUAGE.tsv in it.",
              paramLabel = "FOLDER")
          @Nullable Path questions,
      @Option(names = "--export", description = "Only write it as TSV.", paramLabel = "FOLDER")
          @Nullable Path export) {
    return EvalCommand.run(
        () -> {
          if (questions != null) {
            new EvalContent(clock, out).run(questions);
            out.println();
          }
          EvalCommand.bench(clinc, seeds, Optional.ofNullable(export), out);
        },
        err);
  }

  @Command(
      description = "Risk and coverage of the content on labelled questions.",
      mixinStandardHelpOptions = true)
  int curve(
      @Option(names = "--questions", required = true, paramLabel = "TSV") Path questions,
      @Option(names = "--language", defaultValue = "en") String language,
      @Option(names = "--svg", description = "Draw the picture here.", paramLabel = "FILE")
          @Nullable Path svg) {
    return prepared(
        (config, content) ->
            EvalCurve.of(content.script(language).knowledge(), EvalSet.read(questions))
                .print(out, Optional.ofNullable(svg)));
  }

  /** What a command does once configuration and content are known to be good. */
  @FunctionalInterface
  private interface ContentWork {
    void with(CoreConfig config, Content content) throws IOException;
  }

  private int prepared(ContentWork work) {
    return prepared(OnnxEmbedder::load, work);
  }

  private int prepared(Supplier<SentenceModel> model, ContentWork work) {
    Settings settings = settings();
    CoreConfig config = CoreConfig.from(settings, 0);
    Startup.Readiness readiness = new Startup(clock, model).read(settings, config);
    if (readiness.content().isEmpty()) {
      readiness.printProblems(err);
      return ExitCode.BAD_CONFIGURATION;
    }
    return done(config, one -> work.with(one, readiness.content().get().get()));
  }

  /** What a command does that needs no content, so that faults of it are no hindrance. */
  @FunctionalInterface
  private interface Work {
    void with(CoreConfig config) throws IOException;
  }

  private int configured(Work work) {
    Settings settings = settings();
    CoreConfig config = CoreConfig.from(settings, 0);
    settings.problems().forEach(problem -> err.println("problem: " + problem));
    return settings.problems().isEmpty() ? done(config, work) : ExitCode.BAD_CONFIGURATION;
  }

  private int done(CoreConfig config, Work work) {
    try {
      work.with(config);
      return ExitCode.DONE;
    } catch (StoreException lost) {
      err.println("lost: " + lost.getMessage());
      return ExitCode.LOST;
    } catch (IOException lost) {
      err.println("lost: " + lost.getClass().getSimpleName());
      return ExitCode.LOST;
    }
  }

  private Settings settings() {
    return new Settings(
        environment, path -> Files.readString(Path.of(path), StandardCharsets.UTF_8));
  }
}
