package bot.optout.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters and files of one call, whatever its content type. */
record CallBody(ObjectNode parameters, Map<String, UploadedFile> files) {
  record UploadedFile(String name, String text) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
  private static final Pattern NAME = Pattern.compile("; name=\"([^\"]*)\"");
  private static final Pattern FILENAME = Pattern.compile("; filename=\"([^\"]*)\"");

  static CallBody read(String contentType, byte[] body) throws IOException {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (contentType.startsWith("multipart/form-data") && boundary.find()) {
      return form(boundary.group(1), body);
    }
    if (body.length == 0) {
      return new CallBody(JSON.createObjectNode(), Map.of());
    }
    JsonNode parameters = JSON.readTree(body);
    if (!contentType.startsWith("application/json") || !(parameters instanceof ObjectNode object)) {
      throw new IOException("neither a form nor a JSON object");
    }
    return new CallBody(object, Map.of());
  }

  /** Split as Latin-1, one letter a byte, so that headers and contents keep their bytes. */
  private static CallBody form(String boundary, byte[] body) {
    ObjectNode parameters = JSON.createObjectNode();
    Map<String, UploadedFile> files = new LinkedHashMap<>();
    String raw = new String(body, StandardCharsets.ISO_8859_1);
    for (String part : raw.split("(?:\r\n)?--" + Pattern.quote(boundary), -1)) {
      int headersEnd = part.indexOf("\r\n\r\n");
      if (headersEnd < 0) {
        continue;
      }
      String headers = utf8(part.substring(0, headersEnd));
      String content = utf8(part.substring(headersEnd + 4));
      Matcher name = NAME.matcher(headers);
      Matcher file = FILENAME.matcher(headers);
      if (name.find() && file.find()) {
        files.put(name.group(1), new UploadedFile(file.group(1), content));
      } else {
        parameters.put(name.group(1), content);
      }
    }
    return new CallBody(parameters, files);
  }

  private static String utf8(String latin1) {
    return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  JsonNode object(String name) {
    JsonNode value = parameters.path(name);
    if (!value.isTextual()) {
      return value;
    }
    try {
      return JSON.readTree(value.asText());
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }
}
