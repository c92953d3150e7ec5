package bot.optout.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Replays the golden dialogues through a whole adapter and holds what a person sees against them.
 */
public final class PlatformReplay {
  private static final Path FOLDER =
      Path.of("..", "bot-core", "src", "test", "resources", "transcripts");

  private PlatformReplay() {}

  /** A chat on a platform, from its first message to the end. */
  public interface PlatformChat extends Chat, AutoCloseable {
    @Override
    void close();

    /** What the platform refused; nothing, if the adapter keeps its rules. */
    List<String> refusals();
  }

  /**
   * One test a dialogue.
   *
   * @param opening opens a chat for a person of this language
   */
  public static Stream<DynamicTest> of(Function<String, PlatformChat> opening) {
    return Transcript.all(FOLDER).stream()
        .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> replay(golden, opening)));
  }

  private static void replay(Transcript golden, Function<String, PlatformChat> opening) {
    try (PlatformChat chat = opening.apply(golden.language())) {
      List<String> before = List.of();
      for (Transcript.Step step : golden.steps()) {
        if (step.isBlock() && !chat.block()) {
          // On this platform nobody can block; what follows is no dialogue there.
          break;
        }
        if (!step.isBlock()) {
          step.act(chat);
        }
        List<String> received = chat.received();
        // An edit that changes nothing shows nothing new.
        boolean unchanged = received.isEmpty() && step.expected().equals(before);
        if (!unchanged) {
          assertEquals(
              lines(step.expected()), lines(received), golden.name() + ", " + step.action());
        }
        before = step.expected();
      }
      assertEquals(List.of(), chat.refusals());
    }
  }

  private static String lines(List<String> messages) {
    Shown shown = Shown.of(messages);
    return String.join("\n", shown.lines()) + "\nFiles: " + shown.files();
  }
}
