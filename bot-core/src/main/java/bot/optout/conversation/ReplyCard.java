package bot.optout.conversation;

import bot.optout.letter.ReplyKind;
import bot.optout.letter.ReplyReading;
import bot.optout.letter.Service;
import bot.optout.message.Block;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How an answer of a company is shown: what it comes to, the sentence that shows it, what it holds
 * for, and what to do next.
 */
final class ReplyCard {
  /** After these the objection has reached nobody yet. */
  private static final Set<ReplyKind> STILL_TO_WRITE =
      EnumSet.of(ReplyKind.UNDELIVERABLE, ReplyKind.NEWSLETTER, ReplyKind.ANNOUNCEMENT);

  private ReplyCard() {}

  static Message of(ReplyReading reading, Scene scene) {
    return Message.of(blocks(reading, scene)).offering(ways(reading.kind(), scene));
  }

  private static List<Block> blocks(ReplyReading reading, Scene scene) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(scene.say(said(reading.kind()))));
    reading.quotable().map(Block.Quote::new).ifPresent(blocks::add);
    List<String> details = details(reading, scene);
    if (!details.isEmpty()) {
      blocks.add(new Block.Paragraph(String.join(" ", details)));
    }
    blocks.add(new Block.Paragraph(scene.say(next(reading.kind()))));
    blocks.add(
        new Block.SmallPrint(
            scene.say(Phrase.REPLY_SMALL_PRINT) + " " + scene.say(Phrase.NO_LEGAL_ADVICE)));
    return blocks;
  }

  private static List<String> details(ReplyReading reading, Scene scene) {
    List<String> details = new ArrayList<>();
    if (!reading.alternatives().isEmpty()) {
      details.add(scene.say(Phrase.REPLY_UNSURE, "others", others(reading, scene)));
    }
    if (!reading.services().isEmpty()) {
      details.add(scene.say(names(reading), "services", named(reading.services(), scene)));
    }
    if (!reading.except().isEmpty()) {
      details.add(scene.say(Phrase.REPLY_EXCEPT, "services", named(reading.except(), scene)));
    }
    if (reading.newContentOnly()) {
      details.add(scene.say(Phrase.REPLY_NEW_ONLY));
    }
    reading
        .until()
        .ifPresent(day -> details.add(scene.say(Phrase.REPLY_UNTIL, "date", scene.date(day))));
    reading.longer().ifPresent(by -> details.add(longer(by, scene)));
    return details;
  }

  private static Phrase names(ReplyReading reading) {
    return reading.kind() == ReplyKind.CONFIRMED ? Phrase.REPLY_CONFIRMS_FOR : Phrase.REPLY_NAMES;
  }

  private static String others(ReplyReading reading, Scene scene) {
    return reading.alternatives().stream()
        .map(kind -> scene.say(said(kind)))
        .collect(Collectors.joining(" "));
  }

  private static String longer(Period by, Scene scene) {
    return scene.say(
        Phrase.REPLY_LONGER,
        Map.of(
            "months",
            by.getMonths(),
            "days",
            by.getDays(),
            "has_month",
            by.getMonths() == 1,
            "has_months",
            by.getMonths() > 1,
            "has_days",
            by.getDays() > 0));
  }

  /** In the order in which the services are offered elsewhere. */
  private static String named(Collection<String> services, Scene scene) {
    return scene.script().letters().book().services().stream()
        .filter(service -> services.contains(service.id()))
        .map(Service::name)
        .collect(Collectors.joining(", "));
  }

  private static List<Choice> ways(ReplyKind kind, Scene scene) {
    List<Choice> ways =
        scene.script().replies().next(kind).stream()
            .flatMap(id -> scene.entry(id).stream())
            .map(Ways::entry)
            .toList();
    return STILL_TO_WRITE.contains(kind)
        ? Ways.both(List.of(Ways.of(scene, Signposts.DRAFT, Phrase.CHOOSE_DRAFT)), ways)
        : ways;
  }

  private static Phrase said(ReplyKind kind) {
    return switch (kind) {
      case CONFIRMED -> Phrase.REPLY_CONFIRMED;
      case PARTLY_GRANTED -> Phrase.REPLY_PARTLY_GRANTED;
      case ASKS_FOR_MORE -> Phrase.REPLY_ASKS_FOR_MORE;
      case ID_DEMANDED -> Phrase.REPLY_ID_DEMANDED;
      case REFUSED -> Phrase.REPLY_REFUSED;
      case NO_DATA_FOUND -> Phrase.REPLY_NO_DATA_FOUND;
      case EXTENDED -> Phrase.REPLY_EXTENDED;
      case AUTOMATIC_RECEIPT -> Phrase.REPLY_AUTOMATIC_RECEIPT;
      case UNDELIVERABLE -> Phrase.REPLY_UNDELIVERABLE;
      case NEWSLETTER -> Phrase.REPLY_NEWSLETTER;
      case ANNOUNCEMENT -> Phrase.REPLY_ANNOUNCEMENT;
      case PHISHING -> Phrase.REPLY_PHISHING;
      case UNCLEAR -> Phrase.REPLY_UNCLEAR;
    };
  }

  private static Phrase next(ReplyKind kind) {
    return switch (kind) {
      case CONFIRMED -> Phrase.REPLY_CONFIRMED_NEXT;
      case PARTLY_GRANTED -> Phrase.REPLY_PARTLY_GRANTED_NEXT;
      case ASKS_FOR_MORE -> Phrase.REPLY_ASKS_FOR_MORE_NEXT;
      case ID_DEMANDED -> Phrase.REPLY_ID_DEMANDED_NEXT;
      case REFUSED -> Phrase.REPLY_REFUSED_NEXT;
      case NO_DATA_FOUND -> Phrase.REPLY_NO_DATA_FOUND_NEXT;
      case EXTENDED -> Phrase.REPLY_EXTENDED_NEXT;
      case AUTOMATIC_RECEIPT -> Phrase.REPLY_AUTOMATIC_RECEIPT_NEXT;
      case UNDELIVERABLE -> Phrase.REPLY_UNDELIVERABLE_NEXT;
      case NEWSLETTER -> Phrase.REPLY_NEWSLETTER_NEXT;
      case ANNOUNCEMENT -> Phrase.REPLY_ANNOUNCEMENT_NEXT;
      case PHISHING -> Phrase.REPLY_PHISHING_NEXT;
      case UNCLEAR -> Phrase.REPLY_UNCLEAR_NEXT;
    };
  }
}
