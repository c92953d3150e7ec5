package bot.optout.store;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The database's own two keys, random for each database and wrapped by the master key, so that a
 * new master key means wrapping two values anew and not all data.
 */
final class Keyring {
  private static final String DATA = "data";
  private static final String LOOKUP = "lookup";
  private static final int KEY_BYTES = 32;

  private final StoreConfig config;
  private final Optional<KeyFile> keyFile;
  private final SecureRandom random;

  Keyring(StoreConfig config, Optional<KeyFile> keyFile, SecureRandom random) {
    this.config = config;
    this.keyFile = keyFile;
    this.random = random;
  }

  /**
   * A database whose keys are known.
   *
   * @param rotated what an earlier key had wrapped was wrapped anew, and is to be gone
   */
  record Opened(Vault vault, boolean rotated) {}

  /** The vault of a database; to be run in a transaction. */
  Opened open(Handle handle) {
    Map<String, byte[]> wrapped = wrapped(handle);
    return wrapped.isEmpty() ? create(handle) : unwrap(handle, wrapped);
  }

  private static Map<String, byte[]> wrapped(Handle handle) {
    return handle
        .createQuery("SELECT name, wrapped FROM keyring")
        .map((row, context) -> Map.entry(row.getString(1), row.getBytes(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Opened create(Handle handle) {
    MasterKey master =
        config
            .key()
            .or(() -> keyFile.map(KeyFile::readOrCreate))
            .orElseGet(() -> MasterKey.random(random));
    byte[] data = fresh();
    byte[] lookup = fresh();
    if (!storeFirst(handle, master, DATA, data)) {
      // Another process was faster, and its keys stand once its transaction does.
      return unwrap(handle, wrapped(handle));
    }
    store(handle, master, LOOKUP, lookup);
    return new Opened(new Vault(new Seal(data, random), lookup), false);
  }

  /** Asks for one key after the other: a key file that nobody needs any more may be unreadable. */
  private Opened unwrap(Handle handle, Map<String, byte[]> wrapped) {
    List<Supplier<Optional<MasterKey>>> sources =
        List.of(config::key, config::previous, () -> keyFile.flatMap(KeyFile::read));
    boolean none = true;
    for (Supplier<Optional<MasterKey>> source : sources) {
      Optional<MasterKey> candidate = source.get();
      none &= candidate.isEmpty();
      Optional<Opened> opened = candidate.flatMap(key -> unwrap(handle, wrapped, key));
      if (opened.isPresent()) {
        return opened.get();
      }
    }
    throw wrongKey(none);
  }

  private Optional<Opened> unwrap(Handle handle, Map<String, byte[]> wrapped, MasterKey candidate) {
    Seal seal = new Seal(candidate.bytes(), random);
    Optional<byte[]> data = unwrap(seal, wrapped, DATA);
    Optional<byte[]> lookup = unwrap(seal, wrapped, LOOKUP);
    if (data.isEmpty() || lookup.isEmpty()) {
      return Optional.empty();
    }
    boolean rotated = rotate(handle, candidate, data.get(), lookup.get());
    return Optional.of(new Opened(new Vault(new Seal(data.get(), random), lookup.get()), rotated));
  }

  /** An older key opened the database: from now on the configured one does. */
  private boolean rotate(Handle handle, MasterKey opened, byte[] data, byte[] lookup) {
    if (config.key().isEmpty() || config.key().get().equals(opened)) {
      return false;
    }
    store(handle, config.key().get(), DATA, data);
    store(handle, config.key().get(), LOOKUP, lookup);
    return true;
  }

  private static Optional<byte[]> unwrap(Seal seal, Map<String, byte[]> wrapped, String name) {
    return Optional.ofNullable(wrapped.get(name)).flatMap(value -> seal.open(column(name), value));
  }

  private StoreException wrongKey(boolean none) {
    return new StoreException(
        none
            ? "OPTOUT_ENCRYPTION_KEY is not set and the key file of the database is gone: put the key"
                + " this database was made with into one of them"
            : "OPTOUT_ENCRYPTION_KEY does not open this database: set the key it was made with, or"
                + " name that one in OPTOUT_ENCRYPTION_KEY_PREVIOUS to change to a new one");
  }

  private boolean storeFirst(Handle handle, MasterKey master, String name, byte[] key) {
    return handle.execute(
            "INSERT INTO keyring (name, wrapped) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
            name,
            new Seal(master.bytes(), random).seal(column(name), key))
        == 1;
  }

  private void store(Handle handle, MasterKey master, String name, byte[] key) {
    handle.execute(
        "INSERT INTO keyring (name, wrapped) VALUES (?, ?)"
            + " ON CONFLICT (name) DO UPDATE SET wrapped = excluded.wrapped",
        name,
        new Seal(master.bytes(), random).seal(column(name), key));
  }

  private static String column(String name) {
    return "keyring." + name;
  }

  private byte[] fresh() {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return key;
  }
}
