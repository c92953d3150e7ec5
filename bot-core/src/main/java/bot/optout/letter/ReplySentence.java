package bot.optout.letter;

import java.util.List;

/** A sentence of an answer. {@code toString} hides it. */
record ReplySentence(String text, List<ReplyWord> words) {
  ReplySentence {
    words = List.copyOf(words);
  }

  static ReplySentence of(String text) {
    return new ReplySentence(text, ReplyWord.all(ReplyLinks.without(text)));
  }

  int size() {
    return words.size();
  }

  String word(int at) {
    return words.get(at).text();
  }

  /** Whether a word begins a statement of its own, after a colon, a dash and the like. */
  boolean cut(int at) {
    return at > 0 && words.get(at).afterCut();
  }

  boolean comma(int at) {
    return at > 0 && words.get(at).afterComma();
  }

  boolean isQuestion() {
    return text.endsWith("?");
  }

  /** As written, shortened to what can be quoted. */
  String quote() {
    int most = ReplyReading.MOST_EVIDENCE;
    return text.length() <= most ? text : text.substring(0, most - 1).strip() + "…";
  }

  @Override
  public String toString() {
    return "ReplySentence[" + words.size() + " words]";
  }
}
