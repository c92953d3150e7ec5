package bot.optout.slack;

import com.google.gson.JsonObject;

/**
 * One request to Slack.
 *
 * @param target a method of the Web API such as {@code chat.postMessage}, or a full address
 */
record SlackCall(String target, JsonObject args) {
  boolean isAddress() {
    return target.contains("://");
  }

  /** Hides the address, which lets anyone answer in our name, and the words. */
  @Override
  public String toString() {
    return "SlackCall[" + (isAddress() ? "response_url" : target) + "]";
  }
}
