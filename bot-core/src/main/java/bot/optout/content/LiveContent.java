package bot.optout.content;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The content as it stands now. It is replaced as a whole, and only by content without faults.
 * Thread-safe: whoever asks once for a turn has one version for the whole turn.
 */
public final class LiveContent implements Supplier<Content> {
  /** How often to look. */
  public static final Duration PACE = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(LiveContent.class);

  private final Supplier<ContentLoader> loader;
  private final Optional<Path> folder;
  private volatile Content current;
  private volatile List<ContentProblem> trouble = List.of();
  private FolderStamp loaded;
  private FolderStamp seen;

  /**
   * @param first what was loaded at the start
   * @param folder with content of one's own; without one nothing ever changes
   * @param loader asked for when something changed
   */
  public LiveContent(Content first, Optional<Path> folder, Supplier<ContentLoader> loader) {
    this.current = first;
    this.folder = folder;
    this.loader = loader;
    this.loaded = FolderStamp.UNKNOWN;
    this.seen = FolderStamp.UNKNOWN;
  }

  @Override
  public Content get() {
    return current;
  }

  /** What kept the last reload from being taken over; empty if the newest files are in use. */
  public Optional<List<ContentProblem>> lastTrouble() {
    return Optional.of(trouble).filter(faults -> !faults.isEmpty());
  }

  /**
   * Loads the folder now, without waiting for the next look; built-in content stays as it is.
   *
   * @return the faults that kept it from being taken over; none if it is in use now
   */
  public synchronized List<ContentProblem> reload() {
    folder.ifPresent(path -> reload(path, FolderStamp.of(path)));
    return trouble;
  }

  /**
   * Reloads if files changed since the last look and the change has come to rest: some editors save
   * in many steps. Built-in content is left alone.
   */
  public synchronized void look() {
    folder.ifPresent(this::look);
  }

  private void look(Path path) {
    FolderStamp now = FolderStamp.of(path);
    boolean changed = !now.equals(loaded);
    boolean atRest = now.equals(seen);
    seen = now;
    if (changed && atRest) {
      reload(path, now);
    }
  }

  /** A file that changes while it is read gives another stamp, and so another reload. */
  private void reload(Path path, FolderStamp stamp) {
    loaded = stamp;
    try {
      ContentFolder files = ContentFolder.read(path);
      if (files.version().equals(current.version())) {
        trouble = List.of();
      } else {
        take(loader.get().load(files));
      }
    } catch (IOException unreadable) {
      refuse(List.of(unreadable(unreadable)));
    } catch (RuntimeException | Error broken) {
      // Whatever is wrong with new content, the bot goes on with what it has.
      refuse(List.of(unreadable(broken)));
    }
  }

  private void take(Loaded result) {
    if (result instanceof Loaded.Bad bad) {
      refuse(bad.faults());
      return;
    }
    Content fresh = ((Loaded.Good) result).content();
    LOG.info("Content {} takes over from {}", fresh.version(), current.version());
    current = fresh;
    trouble = List.of();
  }

  private void refuse(List<ContentProblem> faults) {
    trouble = List.copyOf(faults);
    LOG.error("The content in OPTOUT_CONTENT_DIR has faults; {} stays in use", current.version());
    faults.forEach(fault -> LOG.error("{}", fault));
  }

  private static ContentProblem unreadable(Throwable trouble) {
    return new ContentProblem(
        "OPTOUT_CONTENT_DIR",
        0,
        "cannot be read (" + trouble.getClass().getSimpleName() + ")",
        "name a folder with content files");
  }
}
