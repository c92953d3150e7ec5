package bot.optout.faults;

import bot.optout.Incoming;

/** What a platform has for the bot and how it hands it over. */
interface Queue {
  /** Somebody did something. */
  void add(Incoming incoming);

  /** Hands something over to a process, in this platform's manner. */
  void handTo(Node node);

  /** Whether everything was acknowledged. */
  boolean isEmpty();

  /** A week went by without anything. */
  default void quietWeek() {}

  /** A process of ours. */
  interface Node {
    int index();

    /** Returns once it is stored; throws where nobody can tell. */
    void accept(Incoming incoming);

    /** Finds out whether something that was not acknowledged stood there all the same. */
    void resolve(Incoming incoming);
  }
}
