package bot.optout.content;

import bot.optout.conversation.Lexicon;
import bot.optout.conversation.Listening;
import bot.optout.conversation.Phrases;
import bot.optout.conversation.Replies;
import bot.optout.conversation.Script;
import bot.optout.knowledge.AnswerEngine;
import bot.optout.knowledge.Corpus;
import bot.optout.knowledge.Entry;
import bot.optout.knowledge.NonTopic;
import bot.optout.knowledge.SentenceModel;
import bot.optout.letter.LetterBook;
import bot.optout.letter.LetterDesk;
import bot.optout.letter.LetterWords;
import bot.optout.letter.ReplyWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything that is worded, in one language. */
record Words(
    Phrases phrases,
    Lexicon lexicon,
    List<Entry> entries,
    List<NonTopic> nonTopics,
    List<String> background,
    LetterBook letters,
    Optional<ReplyWords> replies) {
  static Words read(ContentReading reading, String language, Facts facts) {
    LetterWords letterWords = LetterWordsFile.read(reading, language, facts.jurisdictions());
    PlacesFile.Places places =
        PlacesFile.read(reading, language, facts.jurisdictions(), letterWords.laws());
    ServiceNamesFile.Names services = ServiceNamesFile.read(reading, language, facts.services());
    AuthoritiesFile.Words authorities =
        AuthoritiesFile.words(reading, language, facts.authorities());
    GroundsFile.Words grounds = GroundsFile.words(reading, language, facts.grounds());
    return new Words(
        PhrasesFile.read(reading, language),
        UnderstandingFile.read(reading, language, places, services),
        FaqFile.read(reading, language, facts.entries(), facts.sources()),
        NonTopicsFile.words(reading, language, facts.nonTopics()),
        background(reading, language),
        new LetterBook(
            Locale.forLanguageTag(language),
            places.countries(),
            places.jurisdictions(),
            services.services(),
            grounds.grounds(),
            grounds.requests(),
            LetterTextFiles.read(reading, language, letterWords, facts.jurisdictions()),
            letterWords,
            authorities.authorities(),
            authorities.lands(),
            DisclosureFile.read(reading, language)),
        ReplyWordsFile.read(reading, language, facts.services().keySet()));
  }

  Script script(String version, Locale language, SentenceModel model, Replies answers) {
    return new Script(
        version,
        language,
        phrases,
        new Listening(lexicon, answers.reader()),
        AnswerEngine.of(
            language.getLanguage(),
            new Corpus(entries, lexicon.intents(), nonTopics, background),
            model),
        new LetterDesk(letters),
        answers);
  }

  /** One text a line. */
  private static List<String> background(ContentReading reading, String language) {
    String path = language + "/background.txt";
    List<String> lines =
        reading.folder().text(path).stream()
            .flatMap(String::lines)
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    if (lines.isEmpty()) {
      reading
          .problems()
          .fault(path, 0, "there is no background", "write a hundred lines about anything else");
    }
    return lines;
  }
}
