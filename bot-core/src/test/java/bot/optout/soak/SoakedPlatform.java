package bot.optout.soak;

import bot.optout.process.KillableProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A fake platform with its people, and the program that serves it. */
public interface SoakedPlatform {
  String name();

  /** Starts the adapter's real program. */
  KillableProgram start(String databaseUrl, Path log);

  void say(int person, String text);

  /**
   * One person in so many takes a letter to its end, with its files; all others cancel at the last
   * question, since the platform's own limits let no more files through.
   */
  int peopleToALetter();

  /** What the bot said to a person, without files, in the order of arrival. */
  List<String> received(int person);

  /** One of the next messages of the bot meets a 429 or a 5xx. */
  void stumble(Random random);

  /** What the platform refused for being wrong. */
  List<String> refusals();

  /** What must not stand in the program's log. */
  List<String> secrets();
}
