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

  /**
   * What the person sees newly since the last action, in order; buttons as {@code [label]}, files
   * as {@code (file NAME)}.
   */
  List<String> received();
}
