package bot.optout.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A call that Telegram refuses. */
final class ApiError extends Exception {
  private final int code;
  private final String description;
  private final ObjectNode parameters = new ObjectMapper().createObjectNode();

  ApiError(int code, String description) {
    super(description);
    this.code = code;
    this.description = description;
  }

  static ApiError bad(String description) {
    return new ApiError(400, "Bad Request: " + description);
  }

  ApiError movedTo(long chat) {
    parameters.put("migrate_to_chat_id", chat);
    return this;
  }

  int code() {
    return code;
  }

  String json() {
    ObjectNode error = new ObjectMapper().createObjectNode();
    error.put("ok", false).put("error_code", code).put("description", description);
    if (!parameters.isEmpty()) {
      error.set("parameters", parameters);
    }
    return error.toString();
  }
}
