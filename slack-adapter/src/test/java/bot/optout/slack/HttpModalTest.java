package bot.optout.slack;

/** The same by requests. */
final class HttpModalTest extends ModalTest {
  @Override
  RunningAdapter.Way way() {
    return RunningAdapter.Way.HTTP;
  }
}
