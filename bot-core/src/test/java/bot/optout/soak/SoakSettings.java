package bot.optout.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How long and how hard.
 *
 * @param perSecond messages of people
 * @param betweenKills of one program or the other, by turns
 * @param troubles share of the bot's messages that meet a 429 or 5xx, 0 to 1
 * @param folder where the databases and the logs are
 */
public record SoakSettings(
    Duration time, int perSecond, Duration betweenKills, double troubles, Path folder) {
  /**
   * From {@code -Dsoak.minutes} (10), {@code -Dsoak.rate} (25 a second and platform), {@code
   * -Dsoak.kill} (20 seconds) and {@code -Dsoak.folder} (a new one).
   */
  public static SoakSettings fromProperties() throws IOException {
    String folder = System.getProperty("soak.folder", "");
    Path place =
        folder.isEmpty()
            ? Files.createTempDirectory("soak")
            : Files.createDirectories(Path.of(folder));
    return new SoakSettings(
        Duration.ofSeconds((long) (60 * Double.parseDouble(property("soak.minutes", "10")))),
        Integer.parseInt(property("soak.rate", "25")),
        Duration.ofSeconds(Integer.parseInt(property("soak.kill", "20"))),
        0.05,
        place);
  }

  private static String property(String name, String otherwise) {
    String value = System.getProperty(name, "");
    return value.isEmpty() ? otherwise : value;
  }

  /** Each program has a file of its own: in a shared one each waits for the other's flushes. */
  String databaseUrl(String program) {
    return "jdbc:sqlite:" + folder.resolve(program + ".db");
  }
}
