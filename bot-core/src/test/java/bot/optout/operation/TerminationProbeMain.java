package bot.optout.operation;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Asks itself to end, and says what happens in which order. */
final class TerminationProbeMain {
  private TerminationProbeMain() {}

  public static void main(String[] arguments) throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hooks")));
    Termination.exitWith(TerminationProbeMain::stop);
    new ProcessBuilder("kill", "-TERM", Long.toString(ProcessHandle.current().pid())).start();
    new CountDownLatch(1).await();
  }

  private static int stop() {
    System.out.println("stopping");
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
    System.out.println("stopped");
    return 7;
  }
}
