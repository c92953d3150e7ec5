package bot.optout.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes a pasted or forwarded mail apart: which of it the company wrote, and which the person did,
 * above the mail that is passed on or below in the letter that was answered.
 */
final class ReplyMail {
  private static final int MOST_WORDS_OF_A_DIVIDER = 12;
  private static final int FEWEST_WORDS_OF_AN_ANSWER = 3;
  private static final int FEWEST_WORDS_ABOVE_SMALL_PRINT = 12;
  private static final int SHORTEST_RULE = 5;
  private static final int DEEPEST_QUOTE = 3;
  private static final int HEADERS_OF_A_MAIL = 2;

  /** Who wrote the lines from here on. */
  private enum Author {
    UNKNOWN,
    COMPANY,
    PERSON,
    /** Small print below a signature. */
    NOBODY
  }

  /**
   * What the company wrote; {@code toString} hides it.
   *
   * @param marked whether the text has the marks of a mail at all
   * @param passedOn whether it has a mail in it that comes from a company by its own account
   */
  record Letter(List<String> lines, boolean marked, boolean passedOn) {
    Letter {
      lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
      return "Letter[" + lines.size() + " lines]";
    }
  }

  /** Lines by one author. */
  private record Part(Author author, List<String> lines) {
    boolean saysSomething() {
      return words(lines) >= FEWEST_WORDS_OF_AN_ANSWER;
    }

    @Override
    public String toString() {
      return "Part[" + author + ", " + lines.size() + " lines]";
    }
  }

  private final List<ReplyWords.Mail> marks;

  ReplyMail(List<ReplyWords.Mail> marks) {
    this.marks = List.copyOf(marks);
  }

  Letter read(String text) {
    List<String> lines = ReplyMarkup.plain(text).lines().map(String::strip).toList();
    for (int depth = 0; depth < DEEPEST_QUOTE && isQuotedThroughout(lines); depth++) {
      lines = lines.stream().map(ReplyMail::unquoted).toList();
    }
    List<Part> parts = parts(lines);
    return new Letter(
        ofTheCompany(parts), parts.size() > 1, said(parts, Author.COMPANY).isPresent());
  }

  /** What is passed on, else what stands above the answered letter, else all of it. */
  private static List<String> ofTheCompany(List<Part> parts) {
    return said(parts, Author.COMPANY)
        .or(() -> said(parts, Author.UNKNOWN))
        .orElseGet(() -> parts.stream().flatMap(part -> part.lines().stream()).toList());
  }

  private static Optional<List<String>> said(List<Part> parts, Author author) {
    return parts.stream()
        .filter(part -> part.author() == author && part.saysSomething())
        .findFirst()
        .map(Part::lines);
  }

  private static int words(List<String> lines) {
    return ReplyWord.all(String.join(" ", lines)).size();
  }

  /** A line of nothing but strokes, or the two that mails have above a signature. */
  private static boolean isRule(String line) {
    return line.equals("--")
        || (line.length() >= SHORTEST_RULE && line.chars().allMatch(c -> "-_=*".indexOf(c) >= 0));
  }

  private List<Part> parts(List<String> lines) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(Author.UNKNOWN, new ArrayList<>()));
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      Part now = parts.get(parts.size() - 1);
      int headers = headers(lines, at);
      if (isRule(line) && words(now.lines()) >= FEWEST_WORDS_ABOVE_SMALL_PRINT) {
        parts.add(new Part(Author.NOBODY, new ArrayList<>()));
      } else if (isDivider(line, Divider.ORIGINAL)) {
        parts.add(new Part(Author.PERSON, new ArrayList<>()));
      } else if (isDivider(line, Divider.FORWARDED)) {
        parts.add(new Part(Author.COMPANY, new ArrayList<>()));
      } else if (isAttribution(lines, at)) {
        parts.add(new Part(isCompany(line) ? Author.COMPANY : Author.PERSON, new ArrayList<>()));
      } else if (headers >= HEADERS_OF_A_MAIL) {
        List<String> block = lines.subList(at, at + headers);
        parts.add(new Part(sender(block, now), new ArrayList<>(subject(block))));
        at += headers - 1;
      } else if (!line.startsWith(">")) {
        now.lines().add(line);
      }
    }
    return parts;
  }

  /** Below a divider its author stays, unless the header names the other side. */
  private Author sender(List<String> block, Part now) {
    boolean company = block.stream().filter(line -> isHeader(line, true)).anyMatch(this::isCompany);
    if (company) {
      return Author.COMPANY;
    }
    if (now.lines().isEmpty() && now.author() != Author.UNKNOWN) {
      return now.author();
    }
    return now.saysSomething() ? Author.PERSON : Author.UNKNOWN;
  }

  private List<String> subject(List<String> block) {
    return block.stream()
        .filter(line -> marks.stream().anyMatch(mark -> names(line, mark.subject())))
        .map(line -> line.substring(line.indexOf(':') + 1).strip() + "\n")
        .toList();
  }

  private int headers(List<String> lines, int from) {
    int count = 0;
    while (from + count < lines.size() && isHeader(lines.get(from + count), false)) {
      count++;
    }
    return count;
  }

  private boolean isHeader(String line, boolean sender) {
    return marks.stream().anyMatch(mark -> names(line, sender ? mark.from() : mark.headers()));
  }

  private static boolean names(String line, List<String> headers) {
    int colon = line.indexOf(':');
    return colon > 0
        && headers.contains(
            line.substring(0, colon).replace("*", "").strip().toLowerCase(Locale.ROOT));
  }

  private enum Divider {
    FORWARDED,
    ORIGINAL
  }

  private boolean isDivider(String line, Divider kind) {
    String plain = line.toLowerCase(Locale.ROOT);
    return ReplyWord.all(line).size() <= MOST_WORDS_OF_A_DIVIDER
        && marks.stream()
            .flatMap(
                mark -> (kind == Divider.FORWARDED ? mark.forwarded() : mark.originals()).stream())
            .anyMatch(plain::contains);
  }

  /** "On … wrote:", on one line or broken into two. */
  private boolean isAttribution(List<String> lines, int at) {
    String line = lines.get(at);
    boolean here = line.endsWith(":") && isWrote(line);
    boolean broken =
        at + 1 < lines.size()
            && !line.isEmpty()
            && ReplyWord.all(lines.get(at + 1)).size() <= MOST_WORDS_OF_A_DIVIDER
            && lines.get(at + 1).endsWith(":")
            && lines.get(at + 1).contains("@")
            && isWrote(lines.get(at + 1))
            && line.chars().anyMatch(Character::isDigit);
    return here || broken;
  }

  private boolean isWrote(String line) {
    List<String> words = ReplyWord.all(line).stream().map(ReplyWord::text).toList();
    return marks.stream().anyMatch(mark -> mark.wrote().stream().anyMatch(words::contains))
        && line.chars().anyMatch(c -> Character.isDigit(c) || c == '@');
  }

  private boolean isCompany(String line) {
    String plain = line.toLowerCase(Locale.ROOT);
    return marks.stream().anyMatch(mark -> mark.senders().stream().anyMatch(plain::contains));
  }

  /** Nothing, or nothing to speak of, stands outside the quotation. */
  private static boolean isQuotedThroughout(List<String> lines) {
    return lines.stream().anyMatch(line -> line.startsWith(">"))
        && lines.stream()
                .filter(line -> !line.startsWith(">"))
                .mapToInt(line -> ReplyWord.all(line).size())
                .sum()
            < FEWEST_WORDS_OF_AN_ANSWER;
  }

  private static String unquoted(String line) {
    return line.startsWith(">") ? line.substring(1).strip() : line;
  }
}
