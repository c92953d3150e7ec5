package bot.optout.store;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** The vault of a database; to be run in a transaction. */
  Vault open(Handle handle) {
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

  private Vault create(Handle handle) {
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
    return new Vault(new Seal(data, random), lookup);
  }

  private Vault unwrap(Handle handle, Map<String, byte[]> wrapped) {
    List<MasterKey> candidates =
        Stream.of(config.key(), config.previous(), keyFile.flatMap(KeyFile::read))
            .flatMap(Optional::stream)
            .toList();
    for (MasterKey candidate : candidates) {
      Seal seal = new Seal(candidate.bytes(), random);
      Optional<byte[]> data = unwrap(seal, wrapped, DATA);
      Optional<byte[]> lookup = unwrap(seal, wrapped, LOOKUP);
      if (data.isPresent() && lookup.isPresent()) {
        rotate(handle, candidate, data.get(), lookup.get());
        return new Vault(new Seal(data.get(), random), lookup.get());
      }
    }
    throw wrongKey(candidates.isEmpty());
  }

  /** An older key opened the database: from now on the configured one does. */
  private void rotate(Handle handle, MasterKey opened, byte[] data, byte[] lookup) {
    if (config.key().isPresent() && !config.key().get().equals(opened)) {
      store(handle, config.key().get(), DATA, data);
      store(handle, config.key().get(), LOOKUP, lookup);
    }
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
