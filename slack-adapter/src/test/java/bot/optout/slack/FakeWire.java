package bot.optout.slack;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/** How the fake Slack brings things to the bot: over sockets or by requests. */
interface FakeWire extends AutoCloseable {
  /**
   * Sends something that has to be acknowledged, and sends it again where Slack would.
   *
   * @param type {@code events_api}, {@code slash_commands} or {@code interactive}
   */
  String deliver(String type, JsonObject payload, boolean takesPayload);

  boolean allAcknowledged();

  int unacknowledged();

  /** How often this was sent. */
  int deliveries(String id);

  /** What it was acknowledged with. */
  Optional<JsonObject> acknowledgement(String id);

  /** What is wrong with the acknowledgements. */
  List<String> complaints();

  @Override
  void close();
}
