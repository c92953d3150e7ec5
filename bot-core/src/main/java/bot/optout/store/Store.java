package bot.optout.store;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * One open database. Threads and processes may share it: nothing is lost, nothing is done twice,
 * and whoever finds it locked waits. Any method of this package throws {@link StoreException} when
 * the database is lost.
 */
public final class Store implements AutoCloseable {
  private final Database database;
  private final Vault vault;
  private final Claims claims;
  private final StoreConfig config;
  private final Clock clock;
  private final TenancyRows tenancyRows;
  private final InboxRows inboxRows;
  private final OutboxRows outboxRows;
  private final ConversationRows conversationRows;
  private final FeedbackRows feedbackRows;
  private final CaseRows caseRows;

  private Store(
      Database database,
      Vault vault,
      RowLocks locks,
      Claims claims,
      StoreConfig config,
      Clock clock) {
    this.database = database;
    this.vault = vault;
    this.claims = claims;
    this.config = config;
    this.clock = clock;
    this.tenancyRows = new TenancyRows(locks);
    this.inboxRows = new InboxRows(vault, locks);
    this.outboxRows = new OutboxRows(vault, locks);
    this.caseRows = new CaseRows(vault);
    this.conversationRows = new ConversationRows(vault, caseRows);
    this.feedbackRows = new FeedbackRows(vault);
  }

  /**
   * Opens the database, and creates it, its schema and its keys where missing.
   *
   * @throws StoreException if it cannot be opened or the key is not the one it was made with; the
   *     message names the variable to look at
   */
  public static Store open(StoreConfig config, Clock clock) {
    if (config.onServer() && config.key().isEmpty()) {
      throw new StoreException(
          "OPTOUT_ENCRYPTION_KEY is not set: a database on a server needs one, since it has no folder"
              + " of its own for a key file");
    }
    Dialect dialect = Dialect.of(config);
    return over(Database.open(dialect), dialect, config, clock);
  }

  /** Over a database that has its schema; closes it if its key is not the right one. */
  static Store over(Database database, Dialect dialect, StoreConfig config, Clock clock) {
    SecureRandom random = new SecureRandom();
    try {
      Optional<KeyFile> keyFile = dialect.keyFile().map(path -> new KeyFile(path, random));
      boolean unused = database.writeLightly(LeaseRows::touch);
      Keyring.Opened opened = database.write(new Keyring(config, keyFile, random)::open);
      if (opened.rotated()) {
        database.scrub();
      }
      Vault vault = opened.vault();
      // No server ever held a database from before belonging was written with every event.
      if (!config.onServer()) {
        database.write(new TenancyBackfill(vault)::fill);
      }
      Claims claims = new Claims(UUID.randomUUID().toString());
      return new Store(database, vault, dialect.locks(), claims, config, clock);
    } catch (RuntimeException trouble) {
      database.close();
      throw trouble;
    }
  }

  public Inbox inbox() {
    return new Inbox(database, inboxRows, outboxRows, vault, claims, config.lease(), clock);
  }

  /**
   * The states, and the transaction that ends a turn.
   *
   * @param deletion makes the payload of an outbox message that deletes a sent message; a decision
   *     that forgets a person sends one for each reference that is left
   */
  public Conversations conversations(Function<SentReference, String> deletion) {
    return new Conversations(
        database,
        tenancyRows,
        conversationRows,
        caseRows,
        inboxRows,
        outboxRows,
        feedbackRows,
        vault,
        deletion,
        clock);
  }

  public Outbox outbox() {
    return new Outbox(database, outboxRows, inboxRows, vault, claims, config.lease(), clock);
  }

  public People people() {
    return new People(
        database, inboxRows, outboxRows, conversationRows, feedbackRows, caseRows, vault, clock);
  }

  /** The workspaces that installed the app by themselves. */
  public Installations installations() {
    return new Installations(database, vault);
  }

  /**
   * Removes all there is of a tenant: its installation, and everything of everybody in it. Nothing
   * is sent any more.
   */
  public void forget(TenantKey tenant) {
    byte[] hash = vault.hash(tenant);
    database.write(
        handle -> {
          TenancyRows.purge(handle, hash, database.personal(handle));
          return true;
        });
    database.scrub();
  }

  /** What was counted and shared, for whoever runs the bot. */
  public Feedback feedback() {
    return new Feedback(database, feedbackRows);
  }

  /** Removes what is past its time; to be called every few minutes. */
  public Expired expire(Instant now) {
    return new ExpiryRows(database, inboxRows, outboxRows, tenancyRows).expire(now);
  }

  /** What one process at a time may do. */
  public Leases leases() {
    // A file is shared by processes of one machine only, so that the dead can be told.
    return new Leases(
        database,
        Owner.ofThisProcess(claims.owner()),
        other -> config.file().isPresent() && Owner.isGone(other),
        clock);
  }

  /** Whether the database answers, and takes changes. */
  public boolean healthy() {
    return database.healthy();
  }

  Database database() {
    return database;
  }

  @Override
  public void close() {
    database.close();
  }
}
