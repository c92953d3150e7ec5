package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.cases.CaseEntry;
import bot.optout.letter.LetterKind;
import bot.optout.letter.ReplyKind;
import java.util.Locale;
import java.util.Map;

/** What cases, letters and replies are called. */
final class CaseWords {
  private CaseWords() {}

  /** "Instagram: objection", with the day where another case is called the same. */
  static String name(Case one, Scene scene) {
    boolean twins =
        scene.cases().stream()
                .filter(other -> plainName(other, scene).equals(plainName(one, scene)))
                .count()
            > 1;
    return twins
        ? scene.say(
            Phrase.CASE_NAME_OF_DAY,
            Map.of("name", plainName(one, scene), "date", scene.date(one.opened())))
        : plainName(one, scene);
  }

  private static String plainName(Case one, Scene scene) {
    return scene.say(
        Phrase.CASE_NAME,
        Map.of("services", services(one, scene), "letter", letter(one.asks(), scene)));
  }

  static String services(Case one, Scene scene) {
    return Corrections.services(one.services(), scene);
  }

  /** As people call it; its full name stands in letters. */
  static String company(Case one, Scene scene) {
    return one.company().isEmpty()
        ? scene.say(Phrase.THE_COMPANY)
        : scene.script().letters().shortName(one.company());
  }

  static String letter(LetterKind kind, Scene scene) {
    return scene.say(
        switch (kind) {
          case OBJECTION -> Phrase.KIND_OBJECTION;
          case COURTESY -> Phrase.KIND_COURTESY;
          case ACCESS -> Phrase.KIND_ACCESS;
          case ERASURE -> Phrase.KIND_ERASURE;
          case FOLLOW_UP -> Phrase.KIND_FOLLOW_UP;
          case SECOND_REMINDER -> Phrase.KIND_SECOND_REMINDER;
          case LAST_REMINDER -> Phrase.KIND_LAST_REMINDER;
          case ANSWER_REFUSAL -> Phrase.KIND_ANSWER_REFUSAL;
          case ANSWER_ID_DEMAND -> Phrase.KIND_ANSWER_ID_DEMAND;
          case ANSWER_NO_DATA -> Phrase.KIND_ANSWER_NO_DATA;
          case ANSWER_MORE_REASONS -> Phrase.KIND_ANSWER_MORE_REASONS;
          case COMPANY_COMPLAINT -> Phrase.KIND_COMPANY_COMPLAINT;
          case COMPLAINT -> Phrase.KIND_COMPLAINT;
          case WITHDRAWAL -> Phrase.KIND_WITHDRAWAL;
        });
  }

  static String capitalised(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** The button that writes a letter. */
  static Phrase writing(LetterKind kind) {
    return switch (kind) {
      case OBJECTION, COURTESY -> Phrase.CHOOSE_DRAFT;
      case ACCESS -> Phrase.CHOOSE_WRITE_ACCESS;
      case ERASURE -> Phrase.CHOOSE_WRITE_ERASURE;
      case FOLLOW_UP -> Phrase.CHOOSE_WRITE_FOLLOW_UP;
      case SECOND_REMINDER -> Phrase.CHOOSE_WRITE_SECOND_REMINDER;
      case LAST_REMINDER -> Phrase.CHOOSE_WRITE_LAST_REMINDER;
      case ANSWER_REFUSAL -> Phrase.CHOOSE_WRITE_ANSWER_REFUSAL;
      case ANSWER_ID_DEMAND -> Phrase.CHOOSE_WRITE_ANSWER_ID_DEMAND;
      case ANSWER_NO_DATA -> Phrase.CHOOSE_WRITE_ANSWER_NO_DATA;
      case ANSWER_MORE_REASONS -> Phrase.CHOOSE_WRITE_ANSWER_MORE_REASONS;
      case COMPANY_COMPLAINT -> Phrase.CHOOSE_WRITE_COMPANY_COMPLAINT;
      case COMPLAINT -> Phrase.CHOOSE_COMPLAIN;
      case WITHDRAWAL -> Phrase.CHOOSE_WRITE_WITHDRAWAL;
    };
  }

  /** The button, and the line of the story, for what a company answered. */
  static Phrase outcome(ReplyKind kind) {
    return switch (kind) {
      case CONFIRMED -> Phrase.CHOOSE_OUTCOME_CONFIRMED;
      case PARTLY_GRANTED -> Phrase.CHOOSE_OUTCOME_PARTLY;
      case ASKS_FOR_MORE -> Phrase.CHOOSE_OUTCOME_ASKS_FOR_MORE;
      case ID_DEMANDED -> Phrase.CHOOSE_OUTCOME_ID_DEMANDED;
      case REFUSED -> Phrase.CHOOSE_OUTCOME_REFUSED;
      case NO_DATA_FOUND -> Phrase.CHOOSE_OUTCOME_NO_DATA;
      case EXTENDED -> Phrase.CHOOSE_OUTCOME_EXTENDED;
      case AUTOMATIC_RECEIPT -> Phrase.CHOOSE_OUTCOME_RECEIPT;
      case UNDELIVERABLE -> Phrase.CHOOSE_OUTCOME_UNDELIVERABLE;
      case NEWSLETTER, ANNOUNCEMENT, PHISHING, UNCLEAR -> Phrase.CHOOSE_OUTCOME_NOTHING;
    };
  }

  /** A line of the story, without its day. */
  static String entry(CaseEntry entry, Scene scene) {
    String letter = entry.letter().map(kind -> letter(kind, scene)).orElse("");
    return switch (entry.what()) {
      case WRITTEN -> scene.say(Phrase.STORY_WRITTEN, "letter", letter);
      case SENT -> scene.say(Phrase.STORY_SENT, "letter", letter);
      case ANSWERED ->
          scene.say(
              Phrase.STORY_ANSWERED,
              "what",
              entry.reply().map(kind -> scene.say(outcome(kind))).orElse(""));
      case EXTENDED -> scene.say(Phrase.STORY_EXTENDED);
      case CLOSED -> scene.say(Phrase.STORY_CLOSED);
      case REOPENED -> scene.say(Phrase.STORY_REOPENED);
    };
  }
}
