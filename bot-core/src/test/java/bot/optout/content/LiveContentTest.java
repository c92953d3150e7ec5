package bot.optout.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.conversation.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class LiveContentTest {
  private static final String PHRASES = "en/phrases.yaml";

  @TempDir private Path folder;
  private final AtomicInteger loads = new AtomicInteger();
  private int edits;

  @BeforeEach
  void copyBuiltIn() throws IOException {
    ContentFolder builtIn = ContentFolder.builtIn();
    for (String path : builtIn.paths()) {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, builtIn.bytes(path).orElseThrow());
    }
  }

  @Test
  void an_edited_file_takes_over_once_it_rests() throws IOException {
    LiveContent live = live();
    Content before = live.get();
    edit(PHRASES, "\ncancelled: ", "\ncancelled: Halted. # ");
    live.look();
    assertSame(before, live.get(), "it may still be being saved");
    live.look();
    assertEquals("Halted.", cancelled(live));
    assertNotEquals(before.version(), live.get().version());
    assertEquals(Optional.empty(), live.lastTrouble());
  }

  @Test
  void bad_content_never_replaces_good_and_is_told() throws IOException {
    LiveContent live = live();
    Content before = live.get();
    edit(PHRASES, "\ncancelled: ", "\ncancelled: [");
    live.look();
    live.look();
    assertSame(before, live.get());
    List<ContentProblem> trouble = live.lastTrouble().orElseThrow();
    assertTrue(trouble.get(0).toString().startsWith(PHRASES), trouble::toString);
    assertEquals(trouble, live.reload());

    edit(PHRASES, "\ncancelled: [", "\ncancelled: Fixed. # ");
    assertEquals(List.of(), live.reload());
    assertEquals("Fixed.", cancelled(live));
    assertEquals(Optional.empty(), live.lastTrouble());
  }

  @Test
  void taking_a_bad_edit_back_ends_the_trouble() throws IOException {
    LiveContent live = live();
    edit(PHRASES, "\ncancelled: ", "\ncancelled: [");
    assertFalse(live.reload().isEmpty());
    edit(PHRASES, "\ncancelled: [", "\ncancelled: ");
    assertEquals(List.of(), live.reload());
    assertEquals(Optional.empty(), live.lastTrouble());
  }

  @Test
  void a_folder_that_is_gone_is_trouble_and_leaves_the_bot_speaking() throws IOException {
    LiveContent live = live();
    Path elsewhere = folder.resolveSibling(folder.getFileName() + "-moved");
    Files.move(folder, elsewhere);
    assertEquals(1, live.reload().size());
    assertFalse(cancelled(live).isEmpty());
    Files.move(elsewhere, folder);
    assertEquals(List.of(), live.reload());
  }

  @Test
  void what_did_not_change_is_not_loaded_again() throws IOException {
    LiveContent live = live();
    for (int i = 0; i < 4; i++) {
      live.look();
    }
    Files.setLastModifiedTime(folder.resolve(PHRASES), FileTime.from(Instant.EPOCH));
    Files.writeString(folder.resolve("en/.phrases.yaml.swp"), "an editor at work");
    live.look();
    live.look();
    assertEquals(0, loads.get());
  }

  @Test
  void content_that_breaks_the_loader_is_trouble_and_leaves_the_bot_speaking() throws IOException {
    LiveContent live =
        new LiveContent(
            TestContent.get(),
            Optional.of(folder),
            () -> {
              throw new StackOverflowError();
            });
    edit(PHRASES, "\ncancelled: ", "\ncancelled: Halted. # ");
    assertEquals(1, live.reload().size());
    assertSame(TestContent.get(), live.get());
  }

  @Test
  void built_in_content_never_reloads() {
    LiveContent live = new LiveContent(TestContent.get(), Optional.empty(), this::loader);
    assertEquals(List.of(), live.reload());
    assertSame(TestContent.get(), live.get());
    assertEquals(0, loads.get());
  }

  /** The version and the words always belong together, whoever reads while it changes. */
  @Test
  void readers_see_one_version_or_the_other() throws Exception {
    LiveContent live = live();
    String before = live.get().version();
    String said = cancelled(live);
    CountDownLatch done = new CountDownLatch(1);
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    try {
      Future<Boolean> reading =
          threads.submit(
              () -> {
                boolean whole = true;
                while (done.getCount() > 0) {
                  Content now = live.get();
                  boolean old = now.version().equals(before);
                  whole &= old == cancelled(now).equals(said);
                }
                return whole;
              });
      edit(PHRASES, "\ncancelled: ", "\ncancelled: Halted. # ");
      Future<?> unused = threads.scheduleWithFixedDelay(live::look, 0, 1, TimeUnit.MILLISECONDS);
      while (live.get().version().equals(before)) {
        Thread.onSpinWait();
      }
      done.countDown();
      assertTrue(reading.get());
    } finally {
      threads.shutdownNow();
    }
  }

  private LiveContent live() throws IOException {
    Loaded loaded = loader().load(ContentFolder.read(folder));
    loads.set(0);
    return new LiveContent(((Loaded.Good) loaded).content(), Optional.of(folder), this::loader);
  }

  private ContentLoader loader() {
    loads.incrementAndGet();
    return new ContentLoader(TestContent.model(), TestContent.CLOCK, "en");
  }

  private static String cancelled(LiveContent live) {
    return cancelled(live.get());
  }

  private static String cancelled(Content content) {
    return content.script("en").phrases().say(Phrase.CANCELLED);
  }

  /** Each edit has a time of its own, however coarse the file system's clock is. */
  private void edit(String path, String old, String replacement) throws IOException {
    Path file = folder.resolve(path);
    String text = Files.readString(file);
    assertTrue(text.contains(old), path);
    Files.writeString(file, text.replace(old, replacement));
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(++edits)));
  }
}
