package bot.optout.slack;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Files on their way into the workspace: announced with their length, sent, and then shared. */
final class FakeFiles {
  private final Map<String, File> files = new HashMap<>();
  private int announced;

  private record File(String name, String length, boolean arrived) {}

  /** The id under which it is to be sent. */
  synchronized String announce(String name, String length) {
    String id = "F" + ++announced;
    files.put(id, new File(name, length, false));
    return id;
  }

  /** Whether it is as long as was said. */
  synchronized boolean receive(String id, int length) {
    File file = files.get(id);
    if (file == null || !file.length().equals(String.valueOf(length))) {
      return false;
    }
    files.put(id, new File(file.name(), file.length(), true));
    return true;
  }

  /** The name of one whose bytes have come. */
  synchronized Optional<String> arrived(String id) {
    return Optional.ofNullable(files.get(id)).filter(File::arrived).map(File::name);
  }

  /** Whether it was there. */
  synchronized boolean delete(String id) {
    return files.remove(id) != null;
  }
}
