package bot.optout.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of the bot's programs in a JVM of its own. */
public final class KillableProgram implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;

  private KillableProgram(Process process) {
    this.process = process;
  }

  /**
   * Starts a program with the class path of this test and nothing of its environment.
   *
   * @param log where everything it prints goes
   */
  public static KillableProgram start(
      String mainClass, List<String> arguments, Map<String, String> environment, Path log) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx400m",
            "-XX:TieredStopAtLevel=1",
            // For a second of life, threads for more cost more than they bring.
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            mainClass);
    builder.command().addAll(arguments);
    builder.environment().keySet().removeIf(name -> name.matches("(OPTOUT|TELEGRAM|SLACK)_.*"));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      return new KillableProgram(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hands over all of its input at once, and waits for its end; its exit code. */
  public int feed(String input) {
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await();
    return process.exitValue();
  }

  public boolean isRunning() {
    return process.isAlive();
  }

  /** SIGKILL: no hook runs, nothing is flushed. */
  public void kill() {
    process.destroyForcibly();
    await();
  }

  /** SIGTERM: asks it to end, and waits for that; its exit code. */
  public int terminate() {
    process.destroy();
    await();
    return process.exitValue();
  }

  private void await() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the process does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
