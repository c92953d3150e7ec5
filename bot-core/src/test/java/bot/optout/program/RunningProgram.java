package bot.optout.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bot.optout.content.TestContent;
import bot.optout.operation.ExitCode;
import bot.optout.operation.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A program as its operator runs it, but in this process. */
public final class RunningProgram {
  private static final long PATIENCE_SECONDS = 20;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final CompletableFuture<Integer> end = new CompletableFuture<>();
  private final Program program;

  private RunningProgram(Function<Settings, Platform> platforms, Map<String, String> environment) {
    program =
        new Program(
            new Settings(environment, RunningProgram::noFile),
            platforms,
            TestContent::model,
            Clock.systemUTC(),
            new Random(3),
            new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  /** Starts it in the background. */
  public static RunningProgram start(
      Function<Settings, Platform> platforms, Map<String, String> environment) {
    RunningProgram started = new RunningProgram(platforms, environment);
    started.end.completeAsync(() -> started.run(List.of()));
    return started;
  }

  /** Runs it to an end that it comes to by itself. */
  public static RunningProgram ended(
      Function<Settings, Platform> platforms,
      Map<String, String> environment,
      String... arguments) {
    RunningProgram ended = new RunningProgram(platforms, environment);
    ended.end.complete(ended.run(List.of(arguments)));
    return ended;
  }

  private int run(List<String> arguments) {
    try {
      return program.run(arguments);
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  /** Stops it as a signal would, and expects that it ends as it should. */
  public void stop() {
    assertEquals(ExitCode.DONE, program.stop());
    assertEquals(ExitCode.DONE, exitCode());
  }

  /** One of {@link ExitCode}'s codes, once it has ended. */
  public int exitCode() {
    return end.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** What it told its operator. */
  public String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static String noFile(String path) throws IOException {
    throw new IOException("no files here");
  }
}
