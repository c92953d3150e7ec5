package bot.optout.slack;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Socket Mode: several connections side by side, so that while one is renewed or lost Slack sends
 * over another. Slack picks any one for each envelope, and all lead to the same intake.
 */
final class SlackSocketMode implements SlackMode {
  private final List<SlackLoop> lines;
  private final SlackIntake intake;
  private final Duration drain;

  /**
   * @param lines at least one; all of them introduce themselves, which is one request each
   */
  SlackSocketMode(List<SlackLoop> lines, SlackIntake intake, Duration drain) {
    this.lines = List.copyOf(lines);
    this.intake = intake;
    this.drain = drain;
  }

  @Override
  public void stop() {
    lines.forEach(SlackLoop::stop);
  }

  @Override
  public Ending run() throws InterruptedException {
    List<CompletableFuture<Ending>> others =
        lines.stream().skip(1).map(this::inBackground).toList();
    try {
      Ending first = lines.get(0).run();
      stop();
      return first != Ending.STOPPED ? first : ofThe(others);
    } finally {
      stop();
      others.forEach(CompletableFuture::join);
      intake.close(drain);
    }
  }

  /** Where one line is refused, all are: the first to end ends the others. */
  private static Ending ofThe(List<CompletableFuture<Ending>> others) {
    return others.stream()
        .map(CompletableFuture::join)
        .filter(ending -> ending != Ending.STOPPED)
        .findFirst()
        .orElse(Ending.STOPPED);
  }

  private CompletableFuture<Ending> inBackground(SlackLoop line) {
    CompletableFuture<Ending> ending = new CompletableFuture<>();
    Thread thread = new Thread(() -> runAndStopAll(line, ending), "slack-line");
    thread.setDaemon(true);
    thread.start();
    return ending;
  }

  private void runAndStopAll(SlackLoop line, CompletableFuture<Ending> ending) {
    try {
      run(line, ending);
    } finally {
      stop();
    }
  }

  private static void run(SlackLoop line, CompletableFuture<Ending> ending) {
    try {
      ending.complete(line.run());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      ending.complete(Ending.STOPPED);
    } catch (RuntimeException trouble) {
      ending.completeExceptionally(new CompletionException(trouble));
    }
  }
}
