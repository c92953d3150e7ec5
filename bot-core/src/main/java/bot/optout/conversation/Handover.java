package bot.optout.conversation;

import bot.optout.knowledge.Entry;
import bot.optout.letter.Deadline;
import bot.optout.letter.Detail;
import bot.optout.letter.Draft;
import bot.optout.letter.Ground;
import bot.optout.letter.Letter;
import bot.optout.letter.LetterKind;
import bot.optout.letter.Reason;
import bot.optout.letter.Service;
import bot.optout.message.Block;
import bot.optout.message.Choice;
import bot.optout.message.Link;
import bot.optout.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The finished letter: the text to copy, where it goes, and what to expect. */
final class Handover {
  private static final List<String> WHAT_NEXT = List.of("no-confirmation", "no-answer", "rejected");

  private Handover() {}

  static List<Message> of(Letter letter, Draft draft, Scene scene) {
    return List.of(text(letter, scene), sending(letter, draft, scene));
  }

  private static Message text(Letter letter, Scene scene) {
    String name =
        scene.say(isCourtesy(letter) ? Phrase.REQUEST_FILE_NAME : Phrase.LETTER_FILE_NAME);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Headline(
            scene.say(isCourtesy(letter) ? Phrase.REQUEST_TITLE : Phrase.LETTER_TITLE)));
    blocks.add(new Block.Paragraph(scene.say(Phrase.LETTER_COPY)));
    blocks.add(new Block.Copyable(letter.text()));
    if (!LetterFiles.canBePrinted(letter)) {
      blocks.add(new Block.SmallPrint(scene.say(Phrase.LETTER_NOT_PRINTED)));
    }
    return new Message(blocks, List.of(), LetterFiles.of(letter, name, scene));
  }

  private static boolean isCourtesy(Letter letter) {
    return letter.kind() == LetterKind.COURTESY;
  }

  private static Message sending(Letter letter, Draft draft, Scene scene) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Headline(scene.say(Phrase.SEND_TITLE)));
    blocks.addAll(forms(letter, draft, scene));
    letter
        .recipient()
        .ifPresent(
            to -> blocks.add(new Block.Paragraph(post(to, !letter.forms().isEmpty(), scene))));
    blocks.add(new Block.Paragraph(expectation(letter, scene)));
    letter.notes().forEach(note -> blocks.add(new Block.Paragraph(note)));
    lawyerHint(draft, scene).ifPresent(hint -> blocks.add(new Block.Paragraph(hint)));
    alsoRead(draft, scene).ifPresent(hint -> blocks.add(new Block.Paragraph(hint)));
    blocks.add(
        new Block.SmallPrint(
            scene.say(Phrase.NOT_SENT) + "\n" + scene.say(Phrase.NO_LEGAL_ADVICE)));
    return Message.of(blocks).offering(waysOn(letter, scene));
  }

  /** The links, then what goes into their fields, in the order in which the forms ask. */
  private static List<Block> forms(Letter letter, Draft draft, Scene scene) {
    if (letter.forms().isEmpty()) {
      return List.of();
    }
    boolean login = letter.forms().stream().anyMatch(Service.Form::login);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Paragraph(scene.say(login ? Phrase.SEND_FORM : Phrase.SEND_FORM_NO_LOGIN)));
    blocks.add(
        new Block.Sources(
            letter.forms().stream()
                .map(form -> new Link(form.title(), Optional.of(form.url())))
                .toList()));
    letter
        .forms()
        .get(0)
        .asks()
        .forEach(field -> blocks.addAll(field(field, letter, draft, scene)));
    return blocks;
  }

  private static List<Block> field(Service.Field field, Letter letter, Draft draft, Scene scene) {
    Optional<String> value =
        switch (field) {
          case EMAIL -> draft.email().map(Detail::text).filter(text -> !text.isEmpty());
          case EXPLANATION -> letter.formText();
        };
    Phrase label = field == Service.Field.EMAIL ? Phrase.FORM_EMAIL : Phrase.FORM_EXPLANATION;
    return value.stream()
        .<Block>flatMap(
            text -> Stream.of(new Block.Paragraph(scene.say(label)), new Block.Copyable(text)))
        .toList();
  }

  private static String post(Service.Recipient recipient, boolean alsoForms, Scene scene) {
    return scene.say(
        Phrase.SEND_POST,
        Map.of(
            "company", recipient.company(),
            "address", String.join(", ", recipient.address()),
            "also_forms", alsoForms));
  }

  private static String expectation(Letter letter, Scene scene) {
    Deadline.Rule rule = letter.term().orElse(Deadline.Rule.NONE);
    Deadline deadline = Deadline.of(scene.today(), rule);
    String date = scene.date(deadline.due());
    return rule.legal()
        ? scene.say(
            Phrase.EXPECT,
            Map.of(
                "date", date,
                "provision", rule.provision().orElse(""),
                "has_extension", rule.extension().isPresent(),
                "latest", scene.date(deadline.extend().due())))
        : scene.say(Phrase.EXPECT_NO_TERM, "date", date);
  }

  private static Optional<String> lawyerHint(Draft draft, Scene scene) {
    if (!(draft.reason() instanceof Reason.Picked picked)) {
      return Optional.empty();
    }
    List<String> labels =
        picked.grounds().stream()
            .flatMap(id -> scene.script().letters().ground(id).stream())
            .filter(Ground::lawyer)
            .map(Ground::label)
            .toList();
    return labels.isEmpty()
        ? Optional.empty()
        : Optional.of(scene.say(Phrase.LAWYER_HINT, "grounds", String.join(", ", labels)));
  }

  /** Services that go another way than this letter. */
  private static Optional<String> alsoRead(Draft draft, Scene scene) {
    List<String> routed =
        draft.services().stream()
            .flatMap(id -> scene.script().letters().service(id).stream())
            .filter(service -> service.route().isPresent())
            .map(Service::name)
            .toList();
    return routed.isEmpty()
        ? Optional.empty()
        : Optional.of(scene.say(Phrase.ALSO_READ, "services", String.join(", ", routed)));
  }

  private static List<Choice> waysOn(Letter letter, Scene scene) {
    return Stream.concat(letter.alsoRead().stream(), WHAT_NEXT.stream())
        .flatMap(id -> scene.entry(id).stream())
        .map((Entry entry) -> Ways.entry(entry))
        .toList();
  }
}
