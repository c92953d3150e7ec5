package bot.optout.letter;

import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words of one language by which answers are read.
 *
 * @param signs the wordings of each sign
 * @param voids what takes the force from a wording near it
 * @param mail how a forwarded or quoted mail is told
 * @param products how answers name the services, each with the service's id
 * @param departments words after a product's name that make it a sender: "Instagram Support"
 * @param abbreviations words whose full stop ends no sentence
 * @param terms how the length of an extension is written
 */
public record ReplyWords(
    Locale language,
    Map<ReplySign, List<WordPattern>> signs,
    Voids voids,
    Mail mail,
    Map<WordPattern, String> products,
    List<WordPattern> departments,
    Set<String> abbreviations,
    Terms terms) {
  public ReplyWords {
    signs = Map.copyOf(signs);
    products = Map.copyOf(products);
    departments = List.copyOf(departments);
    abbreviations = Set.copyOf(abbreviations);
  }

  /**
   * What takes the force from a wording.
   *
   * @param negations "not", "unable"
   * @param ifs beginnings of conditions: "if", "once"
   * @param unlesses beginnings of exceptions: "unless", "until"
   * @param hedges "may", "whether"
   * @param reported beginnings of what the person had asked for: "you want us to"
   * @param needless "no need to", "don't have to"
   * @param breaks words that begin a new clause: "and", "because"
   * @param afterComma words that do so after a comma: "we", "your"
   * @param joints words that join two statements or two words: "and"
   * @param relatives words that go on with a statement after a comma: "which"
   * @param personal words of somebody who speaks of themselves: "I", "my"
   */
  public record Voids(
      List<WordPattern> negations,
      List<WordPattern> ifs,
      List<WordPattern> unlesses,
      List<WordPattern> hedges,
      List<WordPattern> reported,
      List<WordPattern> needless,
      List<WordPattern> breaks,
      List<WordPattern> afterComma,
      List<WordPattern> joints,
      List<WordPattern> relatives,
      List<WordPattern> personal) {
    public Voids {
      negations = List.copyOf(negations);
      ifs = List.copyOf(ifs);
      unlesses = List.copyOf(unlesses);
      hedges = List.copyOf(hedges);
      reported = List.copyOf(reported);
      needless = List.copyOf(needless);
      breaks = List.copyOf(breaks);
      afterComma = List.copyOf(afterComma);
      joints = List.copyOf(joints);
      relatives = List.copyOf(relatives);
      personal = List.copyOf(personal);
    }
  }

  /**
   * How mails are told; lower case.
   *
   * @param headers names of header lines; {@code from} names the sender
   * @param from those of them that name the sender
   * @param subject those of them that name the subject
   * @param wrote words of a line above a quoted mail
   * @param forwarded lines above a mail that is passed on
   * @param originals lines above the mail that was answered
   * @param senders parts of the names and addresses that companies write from
   */
  public record Mail(
      List<String> headers,
      List<String> from,
      List<String> subject,
      List<String> wrote,
      List<String> forwarded,
      List<String> originals,
      List<String> senders) {
    public Mail {
      headers = List.copyOf(headers);
      from = List.copyOf(from);
      subject = List.copyOf(subject);
      wrote = List.copyOf(wrote);
      forwarded = List.copyOf(forwarded);
      originals = List.copyOf(originals);
      senders = List.copyOf(senders);
    }
  }

  /**
   * How the length of an extension is written.
   *
   * @param numbers "two" and the like
   * @param units one of each, by word: "month" is one month
   * @param further "further", "additional"
   */
  public record Terms(
      Map<String, Integer> numbers, Map<String, Period> units, List<String> further) {
    public Terms {
      numbers = Map.copyOf(numbers);
      units = Map.copyOf(units);
      further = List.copyOf(further);
    }
  }
}
