package bot.optout.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key of a database whose operator named none. Only the owner may read it. */
final class KeyFile {
  private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);

  private final Path path;
  private final SecureRandom random;

  KeyFile(Path path, SecureRandom random) {
    this.path = path;
    this.random = random;
  }

  Optional<MasterKey> read() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      Optional<MasterKey> key = MasterKey.parse(Files.readString(path));
      if (key.isEmpty()) {
        throw new StoreException("the key file " + path + " does not hold 32 bytes in base64");
      }
      return key;
    } catch (IOException unreadable) {
      throw new StoreException("the key file " + path + " cannot be read", unreadable);
    }
  }

  /**
   * Never overwrites: of two processes that start at once, both go on with the key of one. The file
   * gets its name only when it is complete, by a hard link, which fails if the name is taken.
   */
  MasterKey readOrCreate() {
    Optional<MasterKey> existing = read();
    return existing.isPresent() ? existing.get() : create();
  }

  private MasterKey create() {
    try {
      Path draft =
          path.resolveSibling(path.getFileName() + "." + Long.toHexString(random.nextLong()));
      try {
        write(draft, MasterKey.random(random));
        Files.createLink(path, draft);
        LOG.warn(
            "OPTOUT_ENCRYPTION_KEY is not set: created the key file {}. Without it the database"
                + " cannot be read; keep a copy apart from the database",
            path);
      } catch (FileAlreadyExistsException anotherProcessWasFaster) {
        LOG.info("The key file {} was just created by another process", path);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException | UnsupportedOperationException trouble) {
      throw new StoreException(
          "the key file " + path + " cannot be created; set OPTOUT_ENCRYPTION_KEY", trouble);
    }
    return read().orElseThrow(() -> new StoreException("the key file " + path + " is gone"));
  }

  private static void write(Path draft, MasterKey key) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel file = FileChannel.open(draft, options, ownerOnly(draft))) {
      file.write(ByteBuffer.wrap((key.base64() + "\n").getBytes(StandardCharsets.US_ASCII)));
      file.force(true);
    }
  }

  /** Windows has no such permissions; there the folder's rights hold. */
  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
