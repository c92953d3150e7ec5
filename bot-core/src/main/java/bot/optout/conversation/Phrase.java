package bot.optout.conversation;

import bot.optout.message.Choice;
import java.util.Locale;
import java.util.Set;

/**
 * Everything the bot says of its own. The words stand in {@code phrases.yaml} of each language,
 * under {@link #key()}; a text may use only the slots named here.
 */
public enum Phrase {
  DATE_PATTERN,
  // What platforms show of the bot itself
  BOT_NAME(64),
  BOT_DESCRIPTION(512),
  BOT_SHORT_DESCRIPTION(120),
  COMMAND_START(256),
  COMMAND_ASK(256),
  COMMAND_DRAFT(256),
  COMMAND_CASES(256),
  COMMAND_LANGUAGE(256),
  COMMAND_PRIVACY(256),
  COMMAND_MYDATA(256),
  COMMAND_FORGET(256),
  COMMAND_CANCEL(256),
  COMMAND_HELP(256),
  // Finding one's way
  MENU,
  HELP,
  HELP_WHILE_DRAFTING,
  CONTENT_VERSION("version"),
  GREETING,
  YOU_ARE_WELCOME,
  STAY_CALM,
  WHERE_WE_WERE,
  STALE_BUTTON,
  NOT_ANSWERED_HERE,
  CANNOT_SEE,
  CANNOT_HEAR,
  ONLY_TEXT,
  TOO_LONG,
  TOO_FAST,
  SORRY("reference"),
  NOTHING_TO_CANCEL,
  NOTHING_TO_GO_BACK_TO,
  CANCELLED,
  UNKNOWN_COMMAND("command"),
  CASES_NOT_YET,
  LANGUAGES,
  OTHER_LANGUAGE("line"),
  ASK_IN_WORDS,
  COMPANY_REPLY,
  SPEAKING("language"),
  TOPICS,
  ASK_AWAY,
  ONLY_IN_PRIVATE,
  CONTINUED_IN_PRIVATE,
  HELLO_GROUP,
  MORE_IN_PRIVATE(64),
  // Answers
  UNKNOWN,
  OUT_OF_SCOPE,
  WHICH_ONE,
  NONE_OF_THESE_THEN,
  FOR_AND_AS_OF("places", "date"),
  LINKS_OPENED("date"),
  SOURCES_IN_SHORT("sources"),
  EVERYWHERE,
  NO_LEGAL_ADVICE,
  PARTLY_SECOND_HAND,
  UNSURE,
  OUT_OF_DATE("date"),
  NOT_FOR_YOUR_COUNTRY("places", "country"),
  SOURCES_OF("question"),
  SOURCE("title", "publisher", "date", "has_date"),
  NO_SOURCES,
  ALSO_ASKED,
  RATED_UP,
  RATED_DOWN,
  WHAT_WAS_WRONG,
  WHICH_LINK,
  LINK_NOTED,
  SHARED,
  NOTHING_TO_SHARE,
  WHERE_DO_YOU_LIVE,
  WHERE_DO_YOU_LIVE_FOR_THIS,
  HOLDS_THERE("place"),
  // Drafting
  ASK_COUNTRY,
  ASK_SERVICES,
  ASK_REASON,
  ASK_GROUNDS("max"),
  ASK_OWN_WORDS,
  ASK_NAME,
  ASK_EMAIL,
  ASK_ACCOUNT,
  NOT_A_COUNTRY,
  TYPE_YOUR_COUNTRY,
  NOT_A_SERVICE,
  NOT_A_REASON,
  NOT_A_GROUND,
  ENOUGH_GROUNDS("max"),
  NOT_A_NAME,
  NOT_AN_EMAIL,
  NOT_AN_ACCOUNT,
  WORDS_TOO_LONG("max"),
  NOTED("what"),
  CORRECTED("what", "before", "has_before"),
  STAYS("what"),
  PROGRESS("parts", "answered", "steps"),
  REASON_NONE,
  REASON_PICKED("count"),
  REASON_OWN,
  FIRST_QUESTION,
  STARTING_OVER,
  ALREADY_DRAFTING,
  CHANGE_WHAT,
  OTHER_WAY("place"),
  OTHER_WAY_SERVICE("services"),
  // Reviewing and the result
  REVIEW,
  REVIEW_AGAIN,
  LETTER_TITLE,
  LETTER_COPY,
  LETTER_FILE_NAME,
  SEND_TITLE,
  SEND_FORM("has_forms"),
  SEND_POST("company", "address"),
  EXPECT("date", "provision"),
  EXPECT_NO_TERM,
  NOT_SENT,
  NOT_READ_BY_A_LAWYER,
  LAWYER_HINT("grounds"),
  ALSO_READ("services"),
  DRAFT_EXPIRED("days"),
  // Privacy
  PRIVACY("operator", "has_operator", "days"),
  MY_DATA_NOTHING,
  MY_DATA,
  STORED_DRAFTS("count"),
  STORED_CONTEXT,
  STORED_LANGUAGE,
  STORED_MESSAGES,
  STORED_QUESTIONS("count"),
  STORED_WAITING,
  FORGET_ASK,
  FORGET_HINT,
  FORGOTTEN,
  NOTHING_LEFT,
  FORGET_REMAINS,
  KEPT,
  // Buttons
  CHOOSE_DRAFT,
  CHOOSE_TOPICS,
  CHOOSE_ASK,
  CHOOSE_HELP,
  CHOOSE_PRIVACY,
  CHOOSE_MY_DATA,
  CHOOSE_FORGET,
  CHOOSE_MORE,
  CHOOSE_SOURCES,
  CHOOSE_ELSEWHERE,
  CHOOSE_UP,
  CHOOSE_DOWN,
  CHOOSE_WRONG,
  CHOOSE_UNCLEAR,
  CHOOSE_NOT_ASKED,
  CHOOSE_LINK,
  CHOOSE_SHARE,
  CHOOSE_SHARE_WORDING,
  CHOOSE_NONE_OF_THESE,
  CHOOSE_BACK,
  CHOOSE_CANCEL,
  CHOOSE_PRIVATE,
  CHOOSE_SERVICES_DONE,
  CHOOSE_CHOSEN("name"),
  CHOOSE_NO_REASON,
  CHOOSE_LIST,
  CHOOSE_OWN_WORDS,
  CHOOSE_GROUNDS_DONE,
  CHOOSE_PLACEHOLDER,
  CHOOSE_LETTER,
  CHOOSE_SHOW_LETTER,
  CHOOSE_CHANGE,
  CHOOSE_CHANGE_COUNTRY,
  CHOOSE_CHANGE_SERVICES,
  CHOOSE_CHANGE_REASON,
  CHOOSE_CHANGE_NAME,
  CHOOSE_CHANGE_EMAIL,
  CHOOSE_CHANGE_ACCOUNT,
  CHOOSE_AGAIN,
  CHOOSE_FORGET_YES,
  CHOOSE_FORGET_NO;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable; the check cannot see it.
  private final Set<String> slots;

  private final int limit;

  Phrase(String... slots) {
    this.slots = Set.of(slots);
    this.limit = isButton() ? Choice.MAX_LABEL : Integer.MAX_VALUE;
  }

  /** Words that platforms show in a place of their own. */
  Phrase(int limit) {
    this.slots = Set.of();
    this.limit = limit;
  }

  /** At most so many characters. */
  public int limit() {
    return limit;
  }

  /** The names a text may use in double braces. */
  public Set<String> slots() {
    return slots;
  }

  /** Whether these are the words of a button, which are short. */
  public boolean isButton() {
    return name().startsWith("CHOOSE_");
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
