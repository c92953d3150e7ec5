package bot.optout.conversation;

/**
 * What is kept about a person at this moment.
 *
 * @param drafts unfinished drafts and other open questions
 * @param contexts conversations of which the last answer, the country or the service is remembered
 * @param language whether they chose one
 * @param messages references to sent messages, kept so that they can be deleted
 * @param waiting messages and events that are on their way
 * @param cases letters they follow up
 * @param questions they allowed the operator to see
 * @param export all of it, as readable JSON
 */
public record Stored(
    int drafts,
    int contexts,
    boolean language,
    int messages,
    int waiting,
    int cases,
    int questions,
    String export) {
  public static final Stored NOTHING = new Stored(0, 0, false, 0, 0, 0, 0, "{}");

  boolean isNothing() {
    return drafts + contexts + messages + waiting + cases + questions == 0 && !language;
  }

  @Override
  public String toString() {
    return "Stored";
  }
}
