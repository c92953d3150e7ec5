package bot.optout.content;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder with one file for each version of the content: its vectors and what was learned from
 * them. Losing it only costs time, so trouble with it never stops a start.
 */
record LearntCache(Optional<Path> folder) {
  static final LearntCache NONE = new LearntCache(Optional.empty());

  /** What the content brings along, and what was kept for this version of it. */
  List<byte[]> files(ContentFolder content) {
    List<byte[]> files = new ArrayList<>();
    content.bytes(ContentFolder.VECTORS).ifPresent(files::add);
    file(content).filter(Files::isReadable).flatMap(LearntCache::bytes).ifPresent(files::add);
    return files;
  }

  void keep(ContentFolder content, StoredVectors learnt) {
    file(content).ifPresent(file -> write(file, learnt.file()));
  }

  private Optional<Path> file(ContentFolder content) {
    return folder.map(it -> it.resolve("content-" + content.version() + ".bin"));
  }

  private static Optional<byte[]> bytes(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException lost) {
      return Optional.empty();
    }
  }

  /** Complete or not at all, also when two programs do it at once. */
  private static void write(Path file, byte[] bytes) {
    try {
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
      Path draft = Files.createTempFile(folder, "content-", ".draft");
      Files.write(draft, bytes);
      move(draft, file);
    } catch (IOException onlyCostsTime) {
      // The next start learns it again.
    }
  }

  private static void move(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException plain) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
