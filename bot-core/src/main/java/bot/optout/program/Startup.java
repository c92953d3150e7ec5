package bot.optout.program;

import bot.optout.content.Content;
import bot.optout.content.ContentFolder;
import bot.optout.content.ContentLoader;
import bot.optout.content.LiveContent;
import bot.optout.content.Loaded;
import bot.optout.knowledge.SentenceModel;
import bot.optout.operation.CoreConfig;
import bot.optout.operation.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What every program does first: reads everything, and says all that is wrong at once. */
public final class Startup {
  private final Clock clock;
  private final Supplier<SentenceModel> model;

  /** Loads nothing yet. */
  public Startup(Clock clock, Supplier<SentenceModel> model) {
    this.clock = clock;
    this.model = model;
  }

  /**
   * What came of it.
   *
   * @param content kept up to date with its folder once it is watched; empty if there was any
   *     problem; then the program ends with {@link bot.optout.operation.ExitCode#BAD_CONFIGURATION}
   */
  public record Readiness(
      Optional<LiveContent> content, List<String> problems, List<String> warnings) {
    public Readiness {
      problems = List.copyOf(problems);
      warnings = List.copyOf(warnings);
    }

    /** One a line, problems last. */
    public void print(PrintStream err) {
      warnings.forEach(warning -> err.println("warning: " + warning));
      printProblems(err);
    }

    public void printProblems(PrintStream err) {
      problems.forEach(problem -> err.println("problem: " + problem));
    }
  }

  /** Reads the content, and gathers its problems after those of the settings read so far. */
  public Readiness read(Settings settings, CoreConfig config) {
    List<String> problems = new ArrayList<>();
    settings.problems().forEach(problem -> problems.add(problem.toString()));
    List<String> warnings = new ArrayList<>(settings.warnings());
    Optional<LiveContent> content = load(config, problems, warnings);
    return new Readiness(problems.isEmpty() ? content : Optional.empty(), problems, warnings);
  }

  private Optional<LiveContent> load(
      CoreConfig config, List<String> problems, List<String> warnings) {
    ContentFolder folder;
    try {
      folder = folder(config.contentDir());
    } catch (IOException e) {
      problems.add(
          "OPTOUT_CONTENT_DIR cannot be read ("
              + e.getClass().getSimpleName()
              + "). Name a folder with content files, or leave it unset for the built-in content.");
      return Optional.empty();
    }
    Supplier<ContentLoader> loader = loader(config);
    Loaded loaded = loader.get().load(folder);
    loaded.warnings().forEach(warning -> warnings.add(warning.toString()));
    if (loaded instanceof Loaded.Bad bad) {
      bad.faults().forEach(fault -> problems.add(fault.toString()));
      return Optional.empty();
    }
    Content content = ((Loaded.Good) loaded).content();
    return Optional.of(new LiveContent(content, config.contentDir(), loader));
  }

  /** The model is loaded once; content that changes later meets the same one. */
  private Supplier<ContentLoader> loader(CoreConfig config) {
    SentenceModel once = model.get();
    ContentLoader loader = new ContentLoader(once, clock, config.language());
    ContentLoader caching = config.cacheDir().map(loader::cachingIn).orElse(loader);
    return () -> caching;
  }

  private static ContentFolder folder(Optional<Path> own) throws IOException {
    return own.isPresent() ? ContentFolder.read(own.get()) : ContentFolder.builtIn();
  }
}
