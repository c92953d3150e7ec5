package bot.optout.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentFolderTest {
  @TempDir Path folder;

  @Test
  void hidden_files_and_folders_do_not_count() throws IOException {
    write("entries.yaml");
    write("en/faq.yaml");
    write(".git/config");
    write("en/.faq.yaml.swp");

    ContentFolder content = ContentFolder.read(folder);

    assertEquals(List.of("en/faq.yaml", "entries.yaml"), content.paths());
    assertEquals(List.of("en"), content.languages());
  }

  @Test
  void vectors_are_no_part_of_the_version() throws IOException {
    write("entries.yaml");
    String before = ContentFolder.read(folder).version();
    write(ContentFolder.VECTORS);
    assertEquals(before, ContentFolder.read(folder).version());
  }

  @Test
  void the_built_in_content_is_found() throws IOException {
    assertTrue(ContentFolder.builtIn().languages().contains("en"));
  }

  private void write(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, path);
  }
}
