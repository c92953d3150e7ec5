package bot.optout.slack;

/** The same by requests. */
final class HttpSlowModalTest extends SlowModalTest {
  @Override
  RunningAdapter.Way way() {
    return RunningAdapter.Way.HTTP;
  }
}
