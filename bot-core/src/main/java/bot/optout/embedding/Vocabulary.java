package bot.optout.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The whole words of a tokenizer file, without the pieces that only continue a word. */
final class Vocabulary {
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  private Vocabulary() {}

  static Set<String> words(InputStream tokenizer) throws IOException {
    JsonNode vocabulary = new JsonMapper().readTree(tokenizer).path("model").path("vocab");
    Set<String> words = new HashSet<>();
    vocabulary
        .fieldNames()
        .forEachRemaining(
            token -> {
              if (WORD.matcher(token).matches()) {
                words.add(token);
              }
            });
    return words;
  }
}
