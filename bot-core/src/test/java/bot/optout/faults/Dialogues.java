package bot.optout.faults;

import bot.optout.Input;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Each has another kind of turn in the part where something goes wrong. */
final class Dialogues {
  private Dialogues() {}

  static Stream<Dialogue> all() {
    List<Doing> draft =
        List.of(
            Doing.commands("start", "draft_instagram_fr"),
            Doing.presses("reason:none"),
            Doing.says("Camille"),
            Doing.presses("email:placeholder"));
    List<Doing> letter =
        List.of(Doing.presses("account:placeholder"), Doing.presses("review:take"));
    List<Doing> drafted = Stream.of(draft, letter).flatMap(List::stream).toList();
    return Stream.of(
        new Dialogue(
            "questions",
            List.of(),
            List.of(Doing.commands("start", ""), Doing.commands("firstofall", "")),
            List.of(Doing.commands("afterall", ""))),
        new Dialogue("letter", draft, letter, List.of(Doing.commands("cases", ""))),
        new Dialogue(
            "forget",
            List.of(Doing.commands("start", ""), Doing.commands("forget", "")),
            List.of(Doing.presses("forget:yes")),
            List.of(Doing.commands("mydata", ""))),
        new Dialogue(
            "reminder",
            drafted,
            List.of(Doing.waits(Duration.ofDays(1))),
            List.of(Doing.commands("afterall", ""), Doing.waits(Duration.ofDays(40)))),
        new Dialogue(
            "leaving",
            List.of(Doing.commands("draft", "")),
            List.of(Doing.of(new Input.Left())),
            List.of(Doing.waits(Duration.ofDays(9)))));
  }
}
