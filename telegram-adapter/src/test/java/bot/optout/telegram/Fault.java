package bot.optout.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What goes wrong with one call.
 *
 * @param processed whether the server does what was asked before the answer goes wrong
 */
record Fault(Kind kind, boolean processed, int status, String body) {
  enum Kind {
    /** Another answer than the right one. */
    ANSWER,
    /** Half of the right answer, then the connection ends. */
    CUT,
    /** The connection ends without an answer. */
    RESET,
    /** No answer for as long as the server lives. */
    HANG
  }

  static Fault answer(int status, String body) {
    return new Fault(Kind.ANSWER, false, status, body);
  }

  static Fault error(int code, String description) {
    return answer(code, error(code, description, 0));
  }

  static Fault tooMany(int retryAfterSeconds) {
    return answer(
        429, error(429, "Too Many Requests: retry after " + retryAfterSeconds, retryAfterSeconds));
  }

  static Fault cut() {
    return new Fault(Kind.CUT, true, 200, "");
  }

  static Fault reset() {
    return new Fault(Kind.RESET, false, 0, "");
  }

  static Fault hang() {
    return new Fault(Kind.HANG, false, 0, "");
  }

  /** What somebody in between says who gave up waiting. */
  static Fault gatewayTimeout() {
    return answer(504, "<html>Gateway Timeout</html>");
  }

  /** The same, but the server does what was asked before. */
  Fault afterwards() {
    return new Fault(kind, true, status, body);
  }

  private static String error(int code, String description, int retryAfter) {
    ObjectNode error = new ObjectMapper().createObjectNode();
    error.put("ok", false).put("error_code", code).put("description", description);
    if (retryAfter > 0) {
      error.putObject("parameters").put("retry_after", retryAfter);
    }
    return error.toString();
  }
}
