package bot.optout.conversation;

import bot.optout.knowledge.Entry;
import bot.optout.letter.Authority;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The finished letter: the text to copy, where it goes, and what to expect. */
final class Handover {
  private static final List<String> WHAT_NEXT = List.of("no-confirmation", "no-answer", "rejected");

  private Handover() {}

  static List<Message> of(Letter letter, Draft draft, Scene scene) {
    return List.of(text(letter, scene), sending(letter, draft, scene));
  }

  private static Message text(Letter letter, Scene scene) {
    String name = fileName(letter, scene);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Headline(title(letter, scene)));
    blocks.add(new Block.Paragraph(scene.say(Phrase.LETTER_COPY)));
    blocks.add(new Block.Copyable(letter.text()));
    if (!LetterAttachments.canBePrinted(letter)) {
      blocks.add(new Block.SmallPrint(scene.say(Phrase.LETTER_NOT_PRINTED)));
    }
    return new Message(blocks, List.of(), LetterAttachments.of(letter, name, scene));
  }

  private static String title(Letter letter, Scene scene) {
    return switch (letter.kind()) {
      case OBJECTION -> scene.say(Phrase.LETTER_TITLE);
      case COURTESY -> scene.say(Phrase.REQUEST_TITLE);
      default -> CaseWords.capitalised(CaseWords.letter(letter.kind(), scene));
    };
  }

  private static String fileName(Letter letter, Scene scene) {
    return switch (letter.kind()) {
      case OBJECTION -> scene.say(Phrase.LETTER_FILE_NAME);
      case COURTESY -> scene.say(Phrase.REQUEST_FILE_NAME);
      default -> EvidencePack.slug(CaseWords.letter(letter.kind(), scene)) + ".txt";
    };
  }

  private static Message sending(Letter letter, Draft draft, Scene scene) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Headline(scene.say(Phrase.SEND_TITLE)));
    blocks.addAll(
        letter.kind() == LetterKind.COMPLAINT
            ? authority(draft, scene)
            : forms(letter, draft, scene));
    letter
        .recipient()
        .filter(to -> !to.address().isEmpty())
        .ifPresent(to -> blocks.addAll(post(to, !letter.forms().isEmpty(), scene)));
    enclosure(letter, scene).ifPresent(said -> blocks.add(new Block.Paragraph(said)));
    expectation(letter, scene).ifPresent(said -> blocks.add(new Block.Paragraph(said)));
    letter.notes().forEach(note -> blocks.add(new Block.Paragraph(note)));
    lawyerHint(draft, scene).ifPresent(hint -> blocks.add(new Block.Paragraph(hint)));
    alsoRead(draft, scene).ifPresent(hint -> blocks.add(new Block.Paragraph(hint)));
    blocks.add(
        new Block.SmallPrint(
            scene.say(Phrase.NOT_SENT) + "\n" + scene.say(Phrase.NO_LEGAL_ADVICE)));
    return Message.of(blocks).offering(waysOn(letter, draft, scene));
  }

  /** The links, then what goes into their fields, in the order in which the forms ask. */
  private static List<Block> forms(Letter letter, Draft draft, Scene scene) {
    if (letter.forms().isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(scene.say(introduction(letter))));
    blocks.add(
        new Block.Sources(
            letter.forms().stream()
                .map(form -> new Link(form.title(), Optional.of(form.url())))
                .toList()));
    if (hasObjectionForm(letter)) {
      letter
          .forms()
          .get(0)
          .asks()
          .forEach(field -> blocks.addAll(field(field, letter, draft, scene)));
    }
    return blocks;
  }

  private static Phrase introduction(Letter letter) {
    if (!hasObjectionForm(letter)) {
      return Phrase.SEND_PAGE;
    }
    return letter.forms().stream().anyMatch(Service.Form::login)
        ? Phrase.SEND_FORM
        : Phrase.SEND_FORM_NO_LOGIN;
  }

  private static boolean hasObjectionForm(Letter letter) {
    return letter.forms().stream().anyMatch(Service.Form::takesObjections);
  }

  /** The ways to an authority that are known for sure. */
  private static List<Block> authority(Draft draft, Scene scene) {
    Optional<Authority> to = CaseLetters.order(draft, scene.errand(), scene).authority();
    List<Block> blocks = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    to.flatMap(Authority::form)
        .ifPresent(
            form -> links.add(new Link(scene.say(Phrase.AUTHORITY_FORM), Optional.of(form))));
    to.flatMap(Authority::website)
        .ifPresent(
            page -> links.add(new Link(scene.say(Phrase.AUTHORITY_PAGE), Optional.of(page))));
    if (!links.isEmpty()) {
      blocks.add(new Block.Paragraph(scene.say(Phrase.SEND_AUTHORITY)));
      blocks.add(new Block.Sources(links));
    }
    to.flatMap(Authority::email)
        .ifPresent(
            email ->
                blocks.addAll(
                    labelled(scene.say(Phrase.SEND_EMAIL), email, Phrase.COPY_EMAIL, scene)));
    return blocks;
  }

  /** What is to be copied on its own, with a button for it where the platform has one. */
  private static List<Block> labelled(String label, String text, Phrase button, Scene scene) {
    return List.of(
        new Block.Paragraph(label), new Block.Copyable(text, Optional.of(scene.say(button))));
  }

  private static List<Block> field(Service.Field field, Letter letter, Draft draft, Scene scene) {
    Optional<String> value =
        switch (field) {
          case EMAIL -> draft.email().map(Detail::text).filter(text -> !text.isEmpty());
          case EXPLANATION -> letter.formText();
        };
    boolean email = field == Service.Field.EMAIL;
    Phrase label = email ? Phrase.FORM_EMAIL : Phrase.FORM_EXPLANATION;
    Phrase button = email ? Phrase.COPY_EMAIL : Phrase.COPY_EXPLANATION;
    return value.map(text -> labelled(scene.say(label), text, button, scene)).orElse(List.of());
  }

  private static List<Block> post(Service.Recipient recipient, boolean alsoForms, Scene scene) {
    String address =
        Stream.concat(Stream.of(recipient.company()), recipient.address().stream())
            .collect(Collectors.joining("\n"));
    return labelled(
        scene.say(Phrase.SEND_POST, Map.of("also_forms", alsoForms)),
        address,
        Phrase.COPY_ADDRESS,
        scene);
  }

  /** A reminder comes with what it reminds of. */
  private static Optional<String> enclosure(Letter letter, Scene scene) {
    return letter.kind() == LetterKind.FOLLOW_UP
        ? Optional.of(scene.say(Phrase.ENCLOSE_FIRST))
        : Optional.empty();
  }

  private static Optional<String> expectation(Letter letter, Scene scene) {
    return letter
        .term()
        .filter(rule -> letter.kind() != LetterKind.WITHDRAWAL)
        .map(
            rule ->
                scene.say(hasObjectionForm(letter) ? Phrase.KEEP_CONFIRMATION : Phrase.KEEP_PROOF)
                    + " "
                    + expectation(letter, rule, scene));
  }

  private static String expectation(Letter letter, Deadline.Rule rule, Scene scene) {
    Deadline deadline = Deadline.of(scene.today(), rule);
    return scene.say(
        expected(letter.kind(), rule),
        Map.of(
            "date", scene.date(deadline.due()),
            "provision", rule.provision().orElse(""),
            "has_extension", rule.extension().isPresent(),
            "latest", scene.date(deadline.extend().due())));
  }

  private static Phrase expected(LetterKind kind, Deadline.Rule rule) {
    if (kind == LetterKind.COMPANY_COMPLAINT && rule.legal()) {
      return Phrase.EXPECT_RECEIPT;
    }
    if (rule.legal()) {
      return Phrase.EXPECT;
    }
    return kind.opens() ? Phrase.EXPECT_NO_TERM : Phrase.EXPECT_BY_LETTER;
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

  private static List<Choice> waysOn(Letter letter, Draft draft, Scene scene) {
    return Stream.concat(
            letter.alsoRead().stream(),
            letter.kind().opens() ? WHAT_NEXT.stream() : Stream.<String>empty())
        .flatMap(id -> scene.entry(id).stream())
        .filter(entry -> holdsWhere(draft, entry, scene))
        .map((Entry entry) -> Ways.entry(entry))
        .toList();
  }

  private static boolean holdsWhere(Draft draft, Entry entry, Scene scene) {
    return draft
        .place()
        .flatMap(scene.script().letters()::jurisdiction)
        .filter(law -> !Places.covers(entry.validity().jurisdictions(), law))
        .isEmpty();
  }
}
