package bot.optout.content;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder with one file for each of the latest versions of the content: its vectors and what was
 * learned from them. Each number is kept under a hash of what it came from, so a file of another
 * version helps with everything that did not change. Losing the folder only costs time: trouble
 * with it is told and never stops a start.
 */
record LearntCache(Optional<Path> folder) {
  static final LearntCache NONE = new LearntCache(Optional.empty());

  /** So many versions are kept. */
  private static final int VERSIONS = 3;

  private static final String ENDING = ".bin";
  private static final Logger LOG = LoggerFactory.getLogger(LearntCache.class);

  /** What the content brings along, and what was kept for the latest versions. */
  List<byte[]> files(ContentFolder content) {
    List<byte[]> files = new ArrayList<>();
    content.bytes(ContentFolder.VECTORS).ifPresent(files::add);
    try {
      for (Path file : latest()) {
        files.add(Files.readAllBytes(file));
      }
    } catch (IOException trouble) {
      tell(trouble);
    }
    return files;
  }

  void keep(ContentFolder content, StoredVectors learnt) {
    if (folder.isEmpty()) {
      return;
    }
    try {
      write(folder.get().resolve("content-" + content.version() + ENDING), learnt.file());
      for (Path old : kept().stream().skip(VERSIONS).toList()) {
        Files.deleteIfExists(old);
      }
    } catch (IOException trouble) {
      tell(trouble);
    }
  }

  private List<Path> latest() throws IOException {
    return kept().stream().limit(VERSIONS).toList();
  }

  /** Newest first. */
  private List<Path> kept() throws IOException {
    if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
      return List.of();
    }
    Map<Path, FileTime> ages = new HashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.get(), "*" + ENDING)) {
      for (Path file : files) {
        ages.put(file, Files.getLastModifiedTime(file));
      }
    }
    return ages.entrySet().stream()
        .sorted(Map.Entry.<Path, FileTime>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Complete or not at all, also when two programs do it at once. */
  private static void write(Path file, byte[] bytes) throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft = Files.createTempFile(folder, "content-", ".draft");
    Files.write(draft, bytes);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void tell(IOException trouble) {
    LOG.warn(
        "What is learned from the content cannot be kept in {} ({}); starts take longer",
        folder.map(Path::toString).orElse("-"),
        trouble.getClass().getSimpleName());
  }
}
