package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.cases.CaseStatus;
import bot.optout.cases.ComplaintGate;
import bot.optout.cases.Due;
import bot.optout.cases.NextStep;
import bot.optout.cases.Reminder;
import bot.optout.cases.Reminders;
import bot.optout.cases.Retention;
import bot.optout.letter.Deadline;
import bot.optout.message.Block;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a case is shown: where it stands, until when, by which rule, and what is next. */
final class CaseCard {
  private CaseCard() {}

  static Message of(Case one, Scene scene) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Headline(CaseWords.name(one, scene)));
    blocks.add(new Block.Paragraph(standing(one, scene)));
    blocks.add(new Block.Paragraph(next(one, scene)));
    blocks.add(
        new Block.SmallPrint(
            scene.say(
                one.kept().isPresent() ? Phrase.CASE_KEEPS_TEXTS : Phrase.CASE_KEEPS_DATES,
                "date",
                scene.date(keptUntil(one, scene)))));
    return Message.of(blocks).offering(ways(one, scene));
  }

  private static LocalDate keptUntil(Case one, Scene scene) {
    return LocalDate.ofInstant(Retention.end(one, scene.rules().caseDays()), ZoneOffset.UTC);
  }

  /** Where it stands, with the day and the rule. */
  static String standing(Case one, Scene scene) {
    CaseStatus status = one.status(scene.today());
    List<String> said = new ArrayList<>();
    said.add(
        scene.say(
            phrase(status),
            Map.of(
                "sent", one.sent().map(scene::date).orElse(""),
                "answered", one.answered().map(scene::date).orElse(""),
                "services", Corrections.services(one.confirmed(), scene),
                "has_services", !one.confirmed().isEmpty(),
                "company", CaseWords.company(one, scene))));
    one.pending()
        .filter(letter -> status != CaseStatus.DRAFTED)
        .ifPresent(
            letter ->
                said.add(
                    scene.say(
                        Phrase.CASE_PENDING, "letter", CaseWords.letter(letter.letter(), scene))));
    if (status == CaseStatus.SENT
        || status == CaseStatus.ACKNOWLEDGED
        || status == CaseStatus.OVERDUE) {
      one.due().ifPresent(due -> said.add(term(one, due, scene)));
    }
    return String.join(" ", said);
  }

  private static Phrase phrase(CaseStatus status) {
    return switch (status) {
      case DRAFTED -> Phrase.CASE_IS_DRAFTED;
      case SENT -> Phrase.CASE_IS_SENT;
      case ACKNOWLEDGED -> Phrase.CASE_IS_ACKNOWLEDGED;
      case CONFIRMED -> Phrase.CASE_IS_CONFIRMED;
      case PARTLY -> Phrase.CASE_IS_PARTLY;
      case REFUSED -> Phrase.CASE_IS_REFUSED;
      case NEEDS_INFORMATION -> Phrase.CASE_NEEDS_INFORMATION;
      case OVERDUE -> Phrase.CASE_IS_OVERDUE;
      case COMPLAINED -> Phrase.CASE_IS_COMPLAINED;
      case CLOSED -> Phrase.CASE_IS_CLOSED;
    };
  }

  /** "Due by 24 December 2026 (Art. 12(3) GDPR, counted from 24 November 2026)." */
  static String term(Case one, Due due, Scene scene) {
    boolean over = scene.today().isAfter(due.day());
    String provision =
        CaseLetters.rule(one, one.last().orElse(one.asks()), scene)
            .flatMap(Deadline.Rule::provision)
            .orElse("");
    return scene.say(
        switch (due.basis()) {
          case LAW -> Phrase.DUE_BY_LAW;
          case LAW_EXTENDED -> Phrase.DUE_EXTENDED;
          case SUGGESTED -> Phrase.DUE_SUGGESTED;
          case LETTER -> Phrase.DUE_BY_LETTER;
        },
        Map.of(
            "date", scene.date(due.day()),
            "over", over,
            "provision", provision,
            "has_provision", !provision.isEmpty(),
            "received", one.received().map(scene::date).orElse("")));
  }

  static String next(Case one, Scene scene) {
    NextStep step = NextStep.of(one, scene.today());
    return switch (step.what()) {
      case SEND -> scene.say(Phrase.NEXT_SEND);
      case WAIT ->
          reminder(one, scene)
              .map(day -> scene.say(Phrase.NEXT_WAIT_REMINDED, "date", scene.date(day)))
              .orElseGet(() -> scene.say(Phrase.NEXT_WAIT));
      case WRITE ->
          scene.say(
              Phrase.NEXT_WRITE,
              "letter",
              step.letter().map(kind -> CaseWords.letter(kind, scene)).orElse(""));
      case COMPLAIN ->
          scene.say(Complaints.possible(one, scene) ? Phrase.NEXT_COMPLAIN : Phrase.NEXT_NOTHING);
      case KEEP_PROOF -> scene.say(Phrase.NEXT_KEEP_PROOF);
      case WAIT_FOR_THE_AUTHORITY -> scene.say(Phrase.NEXT_WAIT_FOR_THE_AUTHORITY);
      case NOTHING -> scene.say(Phrase.NEXT_NOTHING);
    };
  }

  private static Optional<LocalDate> reminder(Case one, Scene scene) {
    return Reminders.of(one, scene.zoneOf(one)).stream()
        .map(Reminder::at)
        .filter(scene.now()::isBefore)
        .findFirst()
        .map(at -> LocalDate.ofInstant(at, scene.zoneOf(one)));
  }

  static List<Choice> ways(Case one, Scene scene) {
    List<Choice> ways = new ArrayList<>();
    NextStep step = NextStep.of(one, scene.today());
    switch (step.what()) {
      case SEND -> {
        ways.add(CaseWays.of(one, CaseWays.SENT_TODAY, Phrase.CHOOSE_SENT_TODAY, scene));
        ways.add(CaseWays.of(one, CaseWays.SENT_OTHER, Phrase.CHOOSE_SENT_OTHER, scene));
      }
      case WRITE ->
          step.letter()
              .filter(kind -> CaseLetters.possible(one, kind, scene))
              .ifPresent(kind -> ways.add(CaseWays.write(one, kind, scene)));
      case KEEP_PROOF, WAIT_FOR_THE_AUTHORITY ->
          ways.add(CaseWays.of(one, CaseWays.CLOSE, Phrase.CHOOSE_CLOSE, scene));
      case NOTHING -> ways.add(CaseWays.of(one, CaseWays.REOPEN, Phrase.CHOOSE_REOPEN, scene));
      case WAIT, COMPLAIN -> {}
    }
    if (one.sent().isPresent() && !one.isClosed()) {
      ways.add(CaseWays.of(one, CaseWays.ANSWERED, Phrase.CHOOSE_ANSWERED, scene));
      if (mayComplain(one, scene)) {
        ways.add(CaseWays.of(one, CaseWays.COMPLAIN, Phrase.CHOOSE_COMPLAIN, scene));
      }
      ways.add(CaseWays.of(one, CaseWays.DATES, Phrase.CHOOSE_DATES, scene));
    }
    ways.add(CaseWays.of(one, CaseWays.MORE, Phrase.CHOOSE_CASE_MORE, scene));
    ways.add(Ways.of(scene, CaseWays.CASES, Phrase.CHOOSE_ALL_CASES));
    return ways;
  }

  private static boolean mayComplain(Case one, Scene scene) {
    ComplaintGate gate = Complaints.gate(one, scene);
    return Complaints.possible(one, scene)
        && (gate instanceof ComplaintGate.Open || gate instanceof ComplaintGate.WhatCameBack);
  }

  /** Every outcome as a button, for people who rather say it than paste it. */
  static List<Choice> outcomes(Case one, Scene scene) {
    return Ways.both(
        WeighingCard.OUTCOMES.stream().map(kind -> CaseWays.mark(one, kind, scene)).toList(),
        List.of(CaseWays.of(one, "", Phrase.CHOOSE_BACK_TO_CASE, scene)));
  }
}
