package bot.optout.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One golden dialogue. Lines at the margin are directives: {@code #} a remark, {@code You:} says,
 * {@code You press:}, {@code You command:}, {@code You edit:}, {@code You send a photo}, {@code You
 * block the bot}, {@code (3 days pass)}, {@code Clock: 2027-02-28T10:00Z} (time passes until then),
 * {@code Restart} (of the program), {@code Bot:} a message, whose further lines are indented. Every
 * dialogue begins at {@link #START}.
 */
public record Transcript(String name, List<Step> steps) {
  /** When every dialogue begins. */
  public static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

  private static final Pattern WAITING = Pattern.compile("\\((\\d+) (minutes|days) pass\\)");
  private static final String CLOCK = "Clock: ";
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "(#.*|You: .*|You press: .*|You command: .*|You edit: .*|You send a photo|You block the bot|Restart|Clock: \\S+|\\((\\d+) (minutes|days) pass\\)|Bot: .*)");
  private static final String INDENT = "     ";

  public Transcript {
    steps = List.copyOf(steps);
  }

  /** The language of the person: the folder in which the file stands. */
  public String language() {
    return name.substring(0, Math.max(0, name.indexOf('/')));
  }

  /** What the person does, and what the bot is expected to answer. */
  public record Step(String action, Duration pause, List<String> remarks, List<String> expected) {
    public Step {
      remarks = List.copyOf(remarks);
      expected = List.copyOf(expected);
    }

    /** Whether it is something that not every platform knows. */
    boolean isBlock() {
      return action.equals("You block the bot");
    }

    void act(Chat chat) {
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
      } else if (action.equals("Restart")) {
        chat.restart();
      } else if (isBlock()) {
        if (!chat.block()) {
          throw new IllegalStateException("nobody can block here");
        }
      } else if (!pause.isZero()) {
        chat.pass(pause);
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
      played.add(new Step(step.action(), step.pause(), step.remarks(), received));
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
    Instant now = START;
    for (String line : lines) {
      if (!DIRECTIVE.matcher(line).matches()) {
        continueMessage(name, messages, line);
      } else if (line.startsWith("Bot: ")) {
        messages.add(new ArrayList<>(List.of(line.substring("Bot: ".length()))));
      } else {
        if (!action.isEmpty()) {
          Step done = step(action, now, remarks, messages);
          now = now.plus(done.pause());
          steps.add(done);
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
      steps.add(step(action, now, remarks, messages));
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

  /** How long an action lets time pass. */
  private static Duration pause(String action, Instant now) {
    if (action.startsWith(CLOCK)) {
      Duration wait =
          Duration.between(now, OffsetDateTime.parse(action.substring(CLOCK.length())).toInstant());
      if (wait.isNegative() || wait.isZero()) {
        throw new IllegalArgumentException("time does not run back: " + action);
      }
      return wait;
    }
    Matcher waiting = WAITING.matcher(action);
    if (!waiting.matches()) {
      return Duration.ZERO;
    }
    long amount = Long.parseLong(waiting.group(1));
    return waiting.group(2).equals("days") ? Duration.ofDays(amount) : Duration.ofMinutes(amount);
  }

  private static Step step(
      String action, Instant now, List<String> remarks, List<List<String>> messages) {
    return new Step(
        action,
        pause(action, now),
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
