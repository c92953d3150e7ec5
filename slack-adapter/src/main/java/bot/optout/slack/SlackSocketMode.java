package bot.optout.slack;

import bot.optout.program.WayIn;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Socket Mode: several connections side by side, so that while one is renewed or lost Slack sends
 * over another. Slack picks any one for each envelope, and all lead to the same intake.
 */
final class SlackSocketMode implements WayIn {
  private final List<SlackLoop> lines;
  private final SlackSocketIntake intake;
  private final Duration drain;

  /**
   * @param lines at least one; all of them introduce themselves, which is one request each
   */
  SlackSocketMode(List<SlackLoop> lines, SlackSocketIntake intake, Duration drain) {
    this.lines = List.copyOf(lines);
    this.intake = intake;
    this.drain = drain;
  }

  @Override
  public void stop() {
    lines.forEach(SlackLoop::stop);
  }

  @Override
  public End run() throws InterruptedException {
    List<CompletableFuture<End>> others = lines.stream().skip(1).map(this::inBackground).toList();
    try {
      End first = lines.get(0).run();
      stop();
      return first != End.STOPPED ? first : ofThe(others);
    } finally {
      stop();
      others.forEach(CompletableFuture::join);
      intake.close(drain);
    }
  }

  /** Where one line is refused, all are: the first to end ends the others. */
  private static End ofThe(List<CompletableFuture<End>> others) {
    return others.stream()
        .map(CompletableFuture::join)
        .filter(ending -> ending != End.STOPPED)
        .findFirst()
        .orElse(End.STOPPED);
  }

  private CompletableFuture<End> inBackground(SlackLoop line) {
    CompletableFuture<End> ending = new CompletableFuture<>();
    Thread thread = new Thread(() -> runAndStopAll(line, ending), "slack-line");
    thread.setDaemon(true);
    thread.start();
    return ending;
  }

  private void runAndStopAll(SlackLoop line, CompletableFuture<End> ending) {
    try {
      run(line, ending);
    } finally {
      stop();
    }
  }

  private static void run(SlackLoop line, CompletableFuture<End> ending) {
    try {
      ending.complete(line.run());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      ending.complete(End.STOPPED);
    } catch (RuntimeException trouble) {
      ending.completeExceptionally(new CompletionException(trouble));
    }
  }
}
