package bot.optout.slack;

import okhttp3.Call;
import okhttp3.EventListener;

/** Notes whether a request left, since only one that did not may be repeated freely. */
final class Departure extends EventListener {
  private volatile boolean left;

  /** The note that travels with a call, or one that nobody reads. */
  static EventListener of(Call call) {
    Departure departure = call.request().tag(Departure.class);
    return departure == null ? new Departure() : departure;
  }

  boolean left() {
    return left;
  }

  @Override
  public void requestHeadersStart(Call call) {
    left = true;
  }
}
