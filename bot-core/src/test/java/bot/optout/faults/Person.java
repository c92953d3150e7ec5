package bot.optout.faults;

import bot.optout.Incoming;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Somebody in a world: what they did, and in which order it was accepted. */
final class Person {
  private final String platform;
  private final String chat;
  private final Habits habits;
  private final Map<String, Incoming> accepted = new LinkedHashMap<>();
  private int done;
  private int compared;

  Person(String platform, String chat, Random random) {
    this.platform = platform;
    this.chat = chat;
    this.habits = new Habits(random);
  }

  String platform() {
    return platform;
  }

  String chat() {
    return chat;
  }

  Incoming acts() {
    return Doing.arriving(platform, chat, chat + "-" + done++, habits.next());
  }

  /** It stands in the inbox, now or already. */
  void accepted(Incoming incoming) {
    accepted.putIfAbsent(incoming.dedupeKey(), incoming);
  }

  /** Takes what was accepted since the last time. */
  List<Incoming> sinceLastTime() {
    List<Incoming> all = new ArrayList<>(accepted.values());
    List<Incoming> fresh = all.subList(compared, all.size());
    compared = all.size();
    return fresh;
  }

  boolean everythingAccepted() {
    return accepted.size() == done;
  }
}
