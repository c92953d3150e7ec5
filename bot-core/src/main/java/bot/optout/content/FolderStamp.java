package bot.optout.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Times and sizes of a folder's files: another stamp, and something may have changed. */
record FolderStamp(Map<String, String> files) {
  /** Equal to no folder's stamp. */
  static final FolderStamp UNKNOWN = new FolderStamp(Map.of("", "unknown"));

  FolderStamp {
    files = Map.copyOf(files);
  }

  /** A folder that cannot be read has a stamp of its own. */
  static FolderStamp of(Path folder) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        String name = "/" + folder.relativize(path).toString().replace('\\', '/');
        // What a link points to counts, not the link: some systems swap content under one.
        BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
        if (file.isRegularFile() && !name.contains("/.")) {
          files.put(name, file.lastModifiedTime() + " " + file.size());
        }
      }
    } catch (IOException | UncheckedIOException unreadable) {
      return new FolderStamp(Map.of("", unreadable.getClass().getSimpleName()));
    }
    return new FolderStamp(files);
  }
}
