package bot.optout.program;

import bot.optout.content.LiveContent;
import bot.optout.content.TestContent;
import bot.optout.operation.CoreConfig;
import bot.optout.operation.Metrics;
import bot.optout.store.Store;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;

/** The foundation under a platform whose parts a test puts together by itself. */
public final class TestFoundation {
  private TestFoundation() {}

  /** With the built-in content. */
  public static Foundation of(String platform, CoreConfig config, Store store, Clock clock) {
    LiveContent content =
        new LiveContent(
            TestContent.get(),
            Optional.empty(),
            () -> {
              throw new IllegalStateException("built-in content is not read again");
            });
    return new Foundation(
        platform, config, content, store, new Metrics(platform), clock, new Random(1), new Brake());
  }
}
