package bot.optout.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every database must do with workspaces that install the app, and with those that leave. */
abstract class InstallationsContract extends LeasesContract {
  private static final TenantKey HERE = new TenantKey("test", "tenant");
  private static final TenantKey THERE = new TenantKey("test", "other");
  private static final ConversationKey CLEO = new ConversationKey("test", "other", "chat", "cleo");
  private static final Duration LEASE = Duration.ofSeconds(30);

  @Test
  void an_installation_comes_back_and_is_replaced_by_the_next() {
    Installation first = installation(HERE, "token-1");
    store.installations().save(first);
    assertEquals(Optional.of(first), store.installations().find(HERE));
    assertEquals(Optional.empty(), store.installations().find(THERE));
    Installation second =
        new Installation(HERE, "U2", "token-2", Optional.empty(), Optional.empty(), START);
    store.installations().save(second);
    assertEquals(Optional.of(second), store.installations().find(HERE));
    assertFalse(first.toString().contains("token"));
  }

  @Test
  void one_at_a_time_exchanges_a_token() {
    Installation old = installation(HERE, "token-1");
    Installations installations = store.installations();
    installations.save(old);
    Installations.Exchange ours =
        installations.beginExchange(old, clock.instant(), LEASE).orElseThrow();
    assertEquals(Optional.empty(), installations.beginExchange(old, clock.instant(), LEASE));
    Installation renewed =
        old.renewed("token-2", Optional.of("r2"), Optional.of(START.plus(Duration.ofHours(24))));
    assertTrue(installations.endExchange(ours, renewed));
    assertEquals(Optional.of(renewed), installations.find(HERE));
    // Whoever still has the old one in hand must not spend its refresh token again.
    assertEquals(Optional.empty(), installations.beginExchange(old, clock.instant(), LEASE));
    assertTrue(installations.beginExchange(renewed, clock.instant(), LEASE).isPresent());
  }

  @Test
  void a_lost_exchange_is_taken_over_and_stores_nothing_any_more() {
    Installation old = installation(HERE, "token-1");
    Installations installations = store.installations();
    installations.save(old);
    Installations.Exchange lost =
        installations.beginExchange(old, clock.instant(), LEASE).orElseThrow();
    clock.advance(LEASE);
    Installations.Exchange ours =
        installations.beginExchange(old, clock.instant(), LEASE).orElseThrow();
    assertFalse(installations.endExchange(lost, old.renewed("a", Optional.empty(), old.expires())));
    installations.giveUpExchange(ours, clock.instant().plus(LEASE));
    assertEquals(Optional.empty(), installations.beginExchange(old, clock.instant(), LEASE));
    assertEquals(Optional.of(old), installations.find(HERE));
  }

  @Test
  void a_tenant_that_leaves_takes_everything_along_and_nothing_of_others() {
    store.installations().save(installation(HERE, "here"));
    store.installations().save(installation(THERE, "there"));
    List<ConversationKey> everybody = List.of(ANNA, BEN, CLEO);
    for (ConversationKey who : everybody) {
      turn(
          "1" + who.person(),
          who,
          decide()
              .state("draft")
              .language("de")
              .saying(message(who, "hello"))
              .noting(new Note.Question("why?", "en")));
      outbox.delivered(sending(), List.of("reference"));
    }
    for (ConversationKey who : everybody) {
      turn("2" + who.person(), who, decide().state("draft").saying(message(who, "more")));
    }
    inbox.accept(event("3", ANNA));
    store.forget(HERE);
    for (ConversationKey gone : List.of(ANNA, BEN)) {
      assertTrue(store.people().holdings(gone.personKey()).isEmpty());
      assertEquals(Optional.empty(), conversations.load(gone).state());
    }
    assertEquals(Optional.empty(), inbox.claim("test"));
    assertEquals("more", sending().payload());
    assertEquals(Optional.empty(), outbox.claim("test"));
    assertFalse(store.people().holdings(CLEO.personKey()).isEmpty());
    assertEquals(1, store.feedback().questions().size());
    assertEquals(Optional.empty(), store.installations().find(HERE));
    assertTrue(store.installations().find(THERE).isPresent());
    // Life goes on after a new installation.
    turn("4", ANNA, decide().saying(message(ANNA, "again")));
    assertEquals("again", outbox.claim("test").map(ClaimedMessage::payload).orElse(""));
  }

  @Test
  void what_was_kept_aside_goes_with_the_tenant_as_well() {
    inbox.keepAside(event("1", ANNA));
    store.forget(HERE);
    assertEquals(List.of(), inbox.aside());
    assertTrue(inbox.keepAside(event("1", ANNA)), "it is new again");
  }

  @Test
  void nobody_is_known_to_belong_once_nothing_of_them_is_kept() {
    turn("1", ANNA, decide().state("draft"));
    store.expire(clock.instant());
    store.forget(HERE);
    assertTrue(store.people().holdings(ANNA.personKey()).isEmpty());
    turn("2", BEN, decide());
    store.expire(clock.instant());
    turn("3", BEN, decide().state("draft"));
    store.forget(HERE);
    assertTrue(store.people().holdings(BEN.personKey()).isEmpty());
  }

  @Test
  void whoever_says_something_while_they_are_forgotten_still_belongs() {
    inbox.accept(event("1", ANNA));
    ClaimedEvent asking = claimed();
    inbox.accept(event("2", ANNA));
    assertTrue(commit(asking, decide().forgetting()));
    store.forget(HERE);
    assertTrue(store.people().holdings(ANNA.personKey()).isEmpty());
  }

  private static Installation installation(TenantKey tenant, String token) {
    return new Installation(
        tenant,
        "U0BOT",
        token,
        Optional.of("refresh of " + token),
        Optional.of(Instant.parse("2026-11-24T21:00:00Z")),
        START);
  }
}
