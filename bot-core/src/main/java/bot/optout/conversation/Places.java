package bot.optout.conversation;

import bot.optout.knowledge.Entry;
import bot.optout.letter.Jurisdiction;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import java.util.List;
import java.util.Locale;

/** Naming and asking for places. */
final class Places {
  private static final String EVERYWHERE = "ALL";

  private Places() {}

  static String named(List<String> codes, Scene scene) {
    return codes.contains(EVERYWHERE)
        ? scene.say(Phrase.EVERYWHERE)
        : String.join(", ", codes.stream().map(scene.script().letters()::placeName).toList());
  }

  /** Every jurisdiction as a button whose id is the prefix and the jurisdiction's code. */
  static List<Choice> jurisdictions(String prefix, Scene scene) {
    return scene.script().letters().book().jurisdictions().values().stream()
        .map(law -> new Choice(prefix + law.code(), capitalised(law.shortName())))
        .toList();
  }

  /** Whether another entry would be right elsewhere, and nobody knows where the person lives. */
  static boolean dependsOnUnknown(Entry entry, Scene scene) {
    return scene.context().place().isEmpty() && tellsOfALaw(entry, scene);
  }

  /** Whether the entry tells what holds under one law; under another, another one does. */
  static boolean tellsOfALaw(Entry entry, Scene scene) {
    return scene.script().letters().book().jurisdictions().values().stream()
        .anyMatch(law -> law.entry().equals(entry.id()));
  }

  /** The places in which an entry holds, as buttons. */
  static List<Choice> of(Entry entry, Scene scene) {
    return question(scene).choices().stream()
        .filter(
            place ->
                entry
                    .validity()
                    .jurisdictions()
                    .contains(place.id().substring(Signposts.PLACE.length())))
        .toList();
  }

  /** Asks where the person lives, outside a draft; each place leads to what holds there. */
  static Message question(Scene scene) {
    return Message.of(scene.say(Phrase.WHERE_DO_YOU_LIVE))
        .offering(
            scene.script().letters().book().jurisdictions().values().stream()
                .filter(law -> !isPart(law))
                .map(law -> new Choice(Signposts.PLACE + law.code(), capitalised(law.shortName())))
                .toList());
  }

  /** A part of a country, such as US-CA, is told of together with its country. */
  private static boolean isPart(Jurisdiction law) {
    return law.code().contains("-");
  }

  private static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** Whether an entry that holds for these codes holds for a person who lives there. */
  static boolean covers(List<String> codes, Jurisdiction law) {
    return codes.contains(EVERYWHERE) || codes.contains(law.code());
  }
}
