package bot.optout.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One golden dialogue. Lines at the margin are directives: {@code #} a remark, {@code You:} says,
 * {@code You press:}, {@code You command:}, {@code You edit:}, {@code You send a photo}, {@code (3
 * days pass)}, {@code Bot:} a message, whose further lines are indented.
 */
public record Transcript(String name, List<Step> steps) {
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "(#.*|You: .*|You press: .*|You command: .*|You edit: .*|You send a photo|\\((\\d+) (minutes|days) pass\\)|Bot: .*)");
  private static final String INDENT = "     ";

  public Transcript {
    steps = List.copyOf(steps);
  }

  /** The language of the person: the folder in which the file stands. */
  public String language() {
    return name.substring(0, Math.max(0, name.indexOf('/')));
  }

  /** What the person does, and what the bot is expected to answer. */
  public record Step(String action, List<String> remarks, List<String> expected) {
    public Step {
      remarks = List.copyOf(remarks);
      expected = List.copyOf(expected);
    }

    void act(Chat chat) {
      Matcher waiting = Pattern.compile("\\((\\d+) (minutes|days) pass\\)").matcher(action);
      if (action.startsWith("You: ")) {
        chat.say(action.substring("You: ".length()).replace("\\n", "\n"));
      } else if (action.startsWith("You press: ")) {
        chat.press(action.substring("You press: ".length()));
      } else if (action.startsWith("You command: ")) {
        chat.command(action.substring("You command: ".length()));
      } else if (action.startsWith("You edit: ")) {
        chat.edit(action.substring("You edit: ".length()));
      } else if (action.equals("You send a photo")) {
        chat.photo();
      } else if (waiting.matches()) {
        long amount = Long.parseLong(waiting.group(1));
        chat.pass(
            waiting.group(2).equals("days") ? Duration.ofDays(amount) : Duration.ofMinutes(amount));
      } else {
        throw new IllegalArgumentException("no such action: " + action);
      }
    }
  }

  /** Plays the person's side and returns the dialogue as it really went. */
  public Transcript play(Chat chat) {
    List<Step> played = new ArrayList<>();
    for (Step step : steps) {
      try {
        step.act(chat);
      } catch (AssertionError stuck) {
        throw new AssertionError(new Transcript(name, played) + step.action(), stuck);
      }
      List<String> received = chat.received().stream().map(Shown::masked).toList();
      played.add(new Step(step.action(), step.remarks(), received));
    }
    return new Transcript(name, played);
  }

  public static List<Transcript> all(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .map(file -> read(folder.relativize(file).toString(), file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Transcript read(String name, Path file) {
    try {
      return parse(name, Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Transcript parse(String name, List<String> lines) {
    List<Step> steps = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    List<List<String>> messages = new ArrayList<>();
    String action = "";
    for (String line : lines) {
      if (!DIRECTIVE.matcher(line).matches()) {
        continueMessage(name, messages, line);
      } else if (line.startsWith("Bot: ")) {
        messages.add(new ArrayList<>(List.of(line.substring("Bot: ".length()))));
      } else {
        if (!action.isEmpty()) {
          steps.add(step(action, remarks, messages));
          remarks = new ArrayList<>();
          messages = new ArrayList<>();
          action = "";
        }
        if (line.startsWith("#")) {
          remarks.add(line);
        } else {
          action = line;
        }
      }
    }
    if (!action.isEmpty()) {
      steps.add(step(action, remarks, messages));
    }
    return new Transcript(name, steps);
  }

  private static void continueMessage(String name, List<List<String>> messages, String line) {
    if (line.isBlank() && messages.isEmpty()) {
      return;
    }
    if (messages.isEmpty() || !(line.isBlank() || line.startsWith(INDENT))) {
      throw new IllegalArgumentException(name + ": not understood: " + line);
    }
    messages.get(messages.size() - 1).add(line.isBlank() ? "" : line.substring(INDENT.length()));
  }

  private static Step step(String action, List<String> remarks, List<List<String>> messages) {
    return new Step(
        action,
        remarks,
        messages.stream().map(lines -> String.join("\n", lines).stripTrailing()).toList());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      step.remarks().forEach(remark -> text.append(remark).append('\n'));
      text.append(step.action()).append('\n');
      step.expected()
          .forEach(
              message ->
                  text.append("Bot: ")
                      .append(message.replace("\n", "\n" + INDENT).replaceAll("(?m)^ +$", ""))
                      .append('\n'));
    }
    return text.toString();
  }

  public void write(Path folder) {
    try {
      Files.writeString(folder.resolve(name), toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
