package bot.optout.transcript;

import java.time.Duration;
import java.util.List;

/** A person's side of a chat, on any platform. */
public interface Chat {
  void say(String text);

  /** Presses the newest button with this label. */
  void press(String label);

  /** A command such as {@code /draft}. */
  void command(String line);

  /** Rewrites the newest message. */
  void edit(String text);

  void photo();

  void pass(Duration time);

  /** The program ends and starts again; what it had only in memory is gone. */
  void restart();

  /** The person blocks the bot; false where a platform knows no such thing. */
  boolean block();

  /**
   * What the person sees newly since the last action, in order; buttons as {@code [label]}, files
   * as {@code (file NAME)}.
   */
  List<String> received();
}
