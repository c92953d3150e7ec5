package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.cases.ComplaintGate;
import bot.optout.cases.Due;
import bot.optout.letter.Authority;
import bot.optout.letter.Deadline;
import bot.optout.letter.Jurisdiction;
import bot.optout.letter.LetterKind;
import bot.optout.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way to a complaint: a gate first, then the authority that is right for the person. */
final class Complaints {
  private Complaints() {}

  static ComplaintGate gate(Case one, Scene scene) {
    return ComplaintGate.of(
        one, one.lawfulEnd(CaseLetters.rule(one, one.asks(), scene)), scene.today());
  }

  /** Whether there is an authority, and a letter to it, where the case is. */
  static boolean possible(Case one, Scene scene) {
    return CaseLetters.possible(one, LetterKind.COMPLAINT, scene)
        && !authorities(one, Optional.empty(), scene).isEmpty();
  }

  static Transition begin(Case one, Scene scene) {
    if (!possible(one, scene)) {
      return elsewhere(one, scene);
    }
    ComplaintGate gate = gate(one, scene);
    OnCase card = new OnCase(one.id());
    if (gate instanceof ComplaintGate.NotSent) {
      return card.enter(scene, scene.say(Phrase.GATE_NOT_SENT));
    }
    if (gate instanceof ComplaintGate.TermRuns runs) {
      return card.enter(scene, tooEarly(one, runs, scene));
    }
    if (gate instanceof ComplaintGate.Confirmed) {
      return card.enter(scene, scene.say(Phrase.GATE_CONFIRMED));
    }
    if (gate instanceof ComplaintGate.ComplainedAlready) {
      return card.enter(scene, scene.say(Phrase.GATE_ALREADY));
    }
    return gate instanceof ComplaintGate.WhatCameBack
        ? new ComplainingAbout(one.id(), ComplainingAbout.Step.WHAT_CAME).enter(scene)
        : whom(one, scene);
  }

  private static String tooEarly(Case one, ComplaintGate.TermRuns runs, Scene scene) {
    Optional<String> provision =
        CaseLetters.rule(one, one.asks(), scene)
            .filter(Deadline.Rule::legal)
            .flatMap(Deadline.Rule::provision);
    boolean legal =
        one.due().map(Due::basis).filter(basis -> basis != Due.Basis.SUGGESTED).isPresent();
    return scene.say(
        Phrase.GATE_TERM_RUNS,
        Map.of(
            "date", scene.date(runs.until()),
            "after", scene.date(runs.until().plusDays(1)),
            "legal", legal,
            "provision", provision.orElse(""),
            "has_provision", provision.isPresent()));
  }

  /** Some laws, or some authorities, want the company to hear of it first. */
  static Transition whom(Case one, Scene scene) {
    boolean companyFirst =
        CaseLetters.possible(one, LetterKind.COMPANY_COMPLAINT, scene)
            && one.timeline().stream()
                .noneMatch(
                    entry ->
                        entry.letter().filter(LetterKind.COMPANY_COMPLAINT::equals).isPresent());
    return companyFirst
        ? new ComplainingAbout(one.id(), ComplainingAbout.Step.WHOM).enter(scene)
        : authority(one, scene);
  }

  /** The authority where the person lives; where there are several, the person says which part. */
  static Transition authority(Case one, Scene scene) {
    List<Authority> all = authorities(one, Optional.empty(), scene);
    return all.size() == 1
        ? write(one, all.get(0), scene)
        : new ComplainingAbout(one.id(), ComplainingAbout.Step.WHERE).enter(scene);
  }

  static List<Authority> authorities(Case one, Optional<String> land, Scene scene) {
    return scene.script().letters().authorities(one.place(), land);
  }

  static Transition write(Case one, Authority authority, Scene scene) {
    return CaseLetters.begin(one, LetterKind.COMPLAINT, Optional.of(authority.id()), scene);
  }

  /** No authority is known for sure: what holds there, instead of a wrong letter. */
  private static Transition elsewhere(Case one, Scene scene) {
    OnCase card = new OnCase(one.id());
    String said =
        scene.say(Phrase.NO_AUTHORITY, "place", scene.script().letters().placeName(one.place()));
    return scene
        .script()
        .letters()
        .jurisdiction(one.place())
        .map(Jurisdiction::entry)
        .flatMap(scene::entry)
        .map(entry -> card.aside(scene, Message.of(said).then(AnswerCard.of(entry, scene))))
        .orElseGet(() -> card.enter(scene, said));
  }
}
