package bot.optout.program;

import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.logs.Confidential;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class UpkeepTest {
  private static final String WRITTEN = "what people wrote into it";

  @Test
  void a_chore_that_fails_is_done_again_and_its_words_are_not_logged() throws Exception {
    Confidential.tell(WRITTEN);
    CountDownLatch thrice = new CountDownLatch(3);
    try (Upkeep upkeep = new Upkeep("upkeep", Duration.ofMillis(1))) {
      upkeep.repeat(
          () -> {
            thrice.countDown();
            throw new IllegalStateException(WRITTEN);
          });
      assertTrue(thrice.await(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void an_error_ends_no_chore() throws Exception {
    CountDownLatch twice = new CountDownLatch(2);
    try (Upkeep upkeep = new Upkeep("upkeep", Duration.ofMillis(1))) {
      upkeep.repeat(
          () -> {
            twice.countDown();
            throw new StackOverflowError(WRITTEN);
          });
      assertTrue(twice.await(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void a_chore_comes_as_often_as_it_says_and_keeps_no_other_waiting() throws Exception {
    CountDownLatch once = new CountDownLatch(2);
    CountDownLatch often = new CountDownLatch(3);
    try (Upkeep upkeep = new Upkeep("upkeep", Duration.ofMillis(1))) {
      upkeep.repeat(
          () -> {
            once.countDown();
            return Duration.ofDays(1);
          });
      upkeep.repeat(
          () -> {
            often.countDown();
            return Duration.ofMillis(1);
          });
      assertTrue(often.await(10, TimeUnit.SECONDS));
    }
    assertTrue(once.getCount() == 1);
  }
}
