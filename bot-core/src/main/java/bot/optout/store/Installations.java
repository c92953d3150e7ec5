package bot.optout.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The workspaces that installed the app. Tokens are encrypted. */
public final class Installations {
  private static final String BOT_USER = "installation.bot_user";
  private static final String TOKEN = "installation.token";
  private static final String REFRESH = "installation.refresh";

  private final Database database;
  private final Vault vault;

  Installations(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /**
   * The right to exchange a token. Whoever holds it is alone with the row until the lease ends, on
   * all replicas.
   */
  public record Exchange(Installation installation, String holder) {
    @Override
    public String toString() {
      return "Exchange";
    }
  }

  /** Durable on return; a workspace that installs again replaces what it had. */
  public void save(Installation installation) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO installation (tenant, bot_user, token, refresh, expires, installed)
                    VALUES (:tenant, :botUser, :token, :refresh, :expires, :installed)
                    ON CONFLICT (tenant) DO UPDATE SET
                      bot_user = excluded.bot_user, token = excluded.token,
                      refresh = excluded.refresh, expires = excluded.expires,
                      installed = excluded.installed, exchange = NULL, exchange_until = 0""")
                .bind("tenant", vault.hash(installation.tenant()))
                .bind("botUser", vault.seal(BOT_USER, installation.botUser()))
                .bind("token", vault.seal(TOKEN, installation.token()))
                .bind("refresh", vault.seal(REFRESH, installation.refresh()))
                .bind("expires", millis(installation.expires()))
                .bind("installed", installation.installed().toEpochMilli())
                .execute());
  }

  /** Empty if the workspace has not installed the app, or removed it. */
  public Optional<Installation> find(TenantKey tenant) {
    return database.read(handle -> find(handle, tenant));
  }

  /** Empty if another holds the right, or if the token was exchanged since it was read. */
  public Optional<Exchange> beginExchange(Installation seen, Instant now, Duration lease) {
    String holder = UUID.randomUUID().toString();
    return database.write(
        handle -> {
          Optional<Installation> current = find(handle, seen.tenant());
          if (!current.filter(seen::equals).isPresent()) {
            return Optional.empty();
          }
          boolean ours =
              handle.execute(
                      """
                      UPDATE installation SET exchange = ?, exchange_until = ?
                      WHERE tenant = ? AND exchange_until <= ?""",
                      holder,
                      now.plus(lease).toEpochMilli(),
                      vault.hash(seen.tenant()),
                      now.toEpochMilli())
                  == 1;
          return ours ? current.map(row -> new Exchange(row, holder)) : Optional.empty();
        });
  }

  /** False if the right was lost meanwhile; nothing is stored then. */
  public boolean endExchange(Exchange exchange, Installation renewed) {
    return database.write(
        handle ->
            handle
                    .createUpdate(
                        """
                        UPDATE installation SET token = :token, refresh = :refresh,
                          expires = :expires, exchange = NULL, exchange_until = 0
                        WHERE tenant = :tenant AND exchange = :holder""")
                    .bind("token", vault.seal(TOKEN, renewed.token()))
                    .bind("refresh", vault.seal(REFRESH, renewed.refresh()))
                    .bind("expires", millis(renewed.expires()))
                    .bind("tenant", vault.hash(renewed.tenant()))
                    .bind("holder", exchange.holder())
                    .execute()
                == 1);
  }

  /** It came to nothing; another may try once the given time has come. */
  public void giveUpExchange(Exchange exchange, Instant again) {
    database.write(
        handle ->
            handle.execute(
                """
                UPDATE installation SET exchange = NULL, exchange_until = ?
                WHERE tenant = ? AND exchange = ?""",
                again.toEpochMilli(),
                vault.hash(exchange.installation().tenant()),
                exchange.holder()));
  }

  private Optional<Installation> find(Handle handle, TenantKey tenant) {
    return handle
        .createQuery(
            """
            SELECT bot_user, token, refresh, expires, installed FROM installation
            WHERE tenant = :tenant""")
        .bind("tenant", vault.hash(tenant))
        .map(
            (row, context) -> {
              long expires = row.getLong(4);
              return new Installation(
                  tenant,
                  vault.open(BOT_USER, row.getBytes(1)),
                  vault.open(TOKEN, row.getBytes(2)),
                  vault.openIfAny(REFRESH, row.getBytes(3)),
                  expires == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(expires)),
                  Instant.ofEpochMilli(row.getLong(5)));
            })
        .findOne();
  }

  private static @Nullable Long millis(Optional<Instant> time) {
    return time.map(Instant::toEpochMilli).orElse(null);
  }
}
