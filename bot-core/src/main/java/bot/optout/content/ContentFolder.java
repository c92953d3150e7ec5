package bot.optout.content;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All content files as they stood at one moment, by their path within the folder. */
public final class ContentFolder {
  /** Computed by the build from the other files; no part of the version. */
  static final String VECTORS = "vectors.bin";

  private static final String ROOT = "content";
  private static final String PROBE = "/content/sources.yaml";
  private static final int VERSION_DIGITS = 12;

  private final SortedMap<String, byte[]> files;

  private ContentFolder(SortedMap<String, byte[]> files) {
    this.files = files;
  }

  /** The content that ships with the program. */
  public static ContentFolder builtIn() throws IOException {
    URL probe = ContentFolder.class.getResource(PROBE);
    if (probe == null) {
      throw new IOException("not on the class path: " + PROBE);
    }
    try {
      URI uri = probe.toURI();
      if (!uri.getScheme().equals("jar")) {
        return read(Path.of(uri).resolveSibling(""));
      }
      try (FileSystem jar = FileSystems.newFileSystem(archive(uri), (ClassLoader) null)) {
        return read(jar.getPath(ROOT));
      }
    } catch (URISyntaxException trouble) {
      throw new IOException(trouble);
    }
  }

  /** Everything below a folder but hidden files, which editors and version control leave behind. */
  public static ContentFolder read(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (!name.startsWith(".") && !name.contains("/.")) {
          files.put(name, Files.readAllBytes(path));
        }
      }
    }
    return new ContentFolder(files);
  }

  /** A folder that only exists in memory. */
  public static ContentFolder of(Map<String, String> texts) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return new ContentFolder(files);
  }

  /** The same folder as people edit it, without what the build computed. */
  ContentFolder textsOnly() {
    SortedMap<String, byte[]> texts = new TreeMap<>(files);
    texts.remove(VECTORS);
    return new ContentFolder(texts);
  }

  List<String> paths() {
    return List.copyOf(files.keySet());
  }

  Optional<byte[]> bytes(String path) {
    return Optional.ofNullable(files.get(path)).map(byte[]::clone);
  }

  Optional<String> text(String path) {
    return bytes(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** Tags of the languages, one folder each. */
  List<String> languages() {
    return files.keySet().stream()
        .filter(path -> path.contains("/"))
        .map(path -> path.substring(0, path.indexOf('/')))
        .distinct()
        .toList();
  }

  /** The same for equal files: the first digits of a hash over all of them. */
  public String version() {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (path, bytes) -> {
            if (!path.equals(VECTORS)) {
              hash.update((path + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
              hash.update(bytes);
            }
          });
      return HexFormat.of().formatHex(hash.digest()).substring(0, VERSION_DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Path archive(URI uri) {
    String address = uri.toString();
    return Path.of(URI.create(address.substring("jar:".length(), address.indexOf("!/"))));
  }
}
