package bot.optout.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bot.optout.content.TestContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every letter of every law in every language, to be read by people: one file a law, and one for
 * special cases. {@code -Dtranscripts.update=true} rewrites them.
 */
final class GoldenLettersTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "letters");
  private static final String RULE = "=".repeat(100);

  @TestFactory
  Stream<DynamicTest> every_letter_reads_as_written() {
    return TestContent.languages().stream()
        .flatMap(
            language -> {
              SampleLetters samples = new SampleLetters(language);
              Map<String, String> files = new LinkedHashMap<>();
              samples
                  .desk()
                  .book()
                  .jurisdictions()
                  .keySet()
                  .forEach(law -> files.put(law, all(samples, law)));
              files.put("special", special(samples));
              return files.entrySet().stream()
                  .map(
                      file ->
                          DynamicTest.dynamicTest(
                              language + "/" + file.getKey(),
                              () -> compare(language, file.getKey(), file.getValue())));
            });
  }

  private static void compare(String language, String name, String text) throws IOException {
    Path file = FOLDER.resolve(language).resolve(name + ".txt");
    if (Boolean.getBoolean("transcripts.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } else {
      assertEquals(read(file), text);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static String all(SampleLetters samples, String law) {
    StringBuilder text = new StringBuilder();
    samples
        .desk()
        .kinds(SampleLetters.place(law))
        .forEach(kind -> text.append(shown(kind.key(), samples.sample(kind, law))));
    return text.toString();
  }

  private static String special(SampleLetters samples) {
    Draft draft = SampleLetters.draft("EU");
    Draft empty =
        draft
            .because(new Reason.None())
            .named(Detail.PLACEHOLDER)
            .reachedAt(Detail.PLACEHOLDER)
            .withAccount(Detail.PLACEHOLDER);
    Draft nobody = draft.livingIn("IE").about(List.of(Draft.NO_ACCOUNT)).because(new Reason.None());
    StringBuilder text = new StringBuilder();
    for (LetterKind kind :
        List.of(LetterKind.OBJECTION, LetterKind.FOLLOW_UP, LetterKind.COMPLAINT)) {
      text.append(
          shown(
              kind.key() + ", nothing known",
              samples.write(kind, empty, History.EMPTY).orElseThrow()));
    }
    for (LetterKind kind :
        List.of(
            LetterKind.OBJECTION,
            LetterKind.ANSWER_NO_DATA,
            LetterKind.ANSWER_ID_DEMAND,
            LetterKind.COMPLAINT,
            LetterKind.WITHDRAWAL)) {
      text.append(
          shown(
              kind.key() + ", no account",
              samples.write(kind, nobody, samples.history()).orElseThrow()));
    }
    text.append(
        shown(
            "objection, for a child",
            samples
                .write(LetterKind.OBJECTION, draft.forChild(true), History.EMPTY)
                .orElseThrow()));
    text.append(
        shown(
            "courtesy, for a child without an account",
            samples
                .write(LetterKind.COURTESY, nobody.livingIn("US").forChild(true), History.EMPTY)
                .orElseThrow()));
    text.append(
        shown(
            "objection, WhatsApp beside three others",
            samples
                .write(
                    LetterKind.OBJECTION,
                    draft.about(List.of("threads", "whatsapp", "messenger", "meta-ai")),
                    History.EMPTY)
                .orElseThrow()));
    return text.toString();
  }

  private static String shown(String title, Letter letter) {
    StringBuilder text = new StringBuilder(RULE + "\n" + title + "\n" + RULE + "\n");
    text.append(letter.text()).append("\n");
    letter
        .formText()
        .ifPresent(form -> text.append("\n--- form text ---\n").append(form).append("\n"));
    text.append("\n--- to the person ---\n");
    letter.term().ifPresent(rule -> text.append(term(rule)).append("\n"));
    letter.forms().forEach(form -> text.append(form.title() + ": " + form.url() + "\n"));
    letter.alsoRead().forEach(entry -> text.append("also read: " + entry + "\n"));
    letter.notes().forEach(note -> text.append("* ").append(note).append("\n"));
    return text.append("\n").toString();
  }

  private static String term(Deadline.Rule rule) {
    return rule.legal()
        ? "term: "
            + rule.period().orElseThrow()
            + rule.extension().map(more -> ", at most " + more + " longer").orElse("")
            + " ("
            + rule.provision().orElseThrow()
            + ")"
            + (rule.endsOnWorkday() ? ", not on a weekend" : "")
        : "no legal term, suggested: " + rule.suggested();
  }
}
