package bot.optout.delivery;

import bot.optout.store.ClaimedEvent;
import bot.optout.store.NewMessage;
import java.util.List;

/** Has a turn about an event. Called by many threads, for one conversation by one at a time. */
public interface TurnHandler {
  /**
   * Decides and commits. Returns once the event is committed or turned out to be another process's;
   * anything thrown means that it is tried again, 5 times in all.
   */
  void run(ClaimedEvent event) throws Exception;

  /** What to say to the person when every try failed. */
  List<NewMessage> apology(ClaimedEvent event);
}
