package bot.optout.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every database must do with what one process at a time may do. */
abstract class LeasesContract extends StoreFixture {
  private static final Duration TEN = Duration.ofSeconds(10);

  @Test
  void one_owner_at_a_time_holds_a_lease() {
    Leases ours = store.leases();
    Leases theirs = theirs();
    assertTrue(ours.hold("polling", TEN));
    assertTrue(theirs.hold("something else", TEN));
    assertFalse(theirs.hold("polling", TEN));
    clock.advance(TEN.minusMillis(1));
    assertFalse(theirs.hold("polling", TEN));
    assertTrue(ours.hold("polling", TEN), "from now on");
    clock.advance(TEN.minusMillis(1));
    assertFalse(theirs.hold("polling", TEN));
    clock.advance(Duration.ofMillis(1));
    assertTrue(theirs.hold("polling", TEN), "the owner died");
    assertFalse(ours.hold("polling", TEN));
  }

  @Test
  void a_lease_given_back_is_free_at_once() {
    Leases theirs = theirs();
    assertTrue(store.leases().hold("polling", TEN));
    theirs.release("polling");
    assertFalse(theirs.hold("polling", TEN), "it was not theirs");
    store.leases().release("polling");
    assertTrue(theirs.hold("polling", TEN));
  }

  private Leases theirs() {
    return new Leases(store.database(), "another process", owner -> false, clock);
  }
}
