package bot.optout.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ContentLinksTest {
  @Test
  void links_are_found_wherever_they_stand_and_without_the_sentence_around_them() {
    ContentFolder folder =
        ContentFolder.of(
            Map.of(
                "sources.yaml",
                "# see https://comment.example\na:\n  url: https://a.example/x?y=1&z=2\n",
                "en/faq.yaml",
                "- 'Go to https://a.example/x?y=1&z=2.'\n- (http://b.example/c), or http://b.example/c_(d)\n",
                "en/letters/x.mustache",
                "{{form}} https://c.example/{{id}}\n",
                "vectors.bin",
                "https://no.example"));
    assertEquals(
        Map.of(
            "https://a.example/x?y=1&z=2",
            List.of("en/faq.yaml:1", "sources.yaml:3"),
            "http://b.example/c",
            List.of("en/faq.yaml:2"),
            "http://b.example/c_(d)",
            List.of("en/faq.yaml:2"),
            "https://c.example/",
            List.of("en/letters/x.mustache:1")),
        ContentLinks.of(folder));
  }

  @Test
  void every_source_with_an_address_is_among_them() throws IOException {
    Map<String, List<String>> links = ContentLinks.of(ContentFolder.builtIn());
    TestContent.get().script("en").knowledge().entries().stream()
        .flatMap(entry -> entry.sources().stream())
        .flatMap(source -> source.url().stream())
        .forEach(url -> assertTrue(links.containsKey(url), url));
  }
}
