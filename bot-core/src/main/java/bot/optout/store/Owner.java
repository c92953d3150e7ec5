package bot.optout.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who holds a lease: a machine, a process and when it began, and which of its stores. On the same
 * machine it can be seen whether the process still lives.
 */
final class Owner {
  private static final Path HOST = Path.of("/etc/hostname");
  private static final Pattern NAME = Pattern.compile("(.+)/(\\d+)/(\\d+)/[^/]+");

  private Owner() {}

  /**
   * @param store no two the same
   */
  static String ofThisProcess(String store) {
    ProcessHandle process = ProcessHandle.current();
    return machine()
        .map(host -> host + "/" + process.pid() + "/" + began(process) + "/" + store)
        .orElse(store);
  }

  /** True only if it was a process of this machine that has ended. */
  static boolean isGone(String owner) {
    Matcher name = NAME.matcher(owner);
    return name.matches()
        && machine().filter(name.group(1)::equals).isPresent()
        && ProcessHandle.of(Long.parseLong(name.group(2)))
            .filter(process -> began(process).equals(name.group(3)))
            .isEmpty();
  }

  private static String began(ProcessHandle process) {
    return String.valueOf(process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
  }

  private static Optional<String> machine() {
    try {
      return Optional.of(Files.readString(HOST).strip()).filter(host -> !host.isEmpty());
    } catch (IOException noSuchFile) {
      return Optional.empty();
    }
  }
}
