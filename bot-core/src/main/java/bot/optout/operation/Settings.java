package bot.optout.operation;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads variables and collects everything that is wrong with them. A getter always returns
 * something usable for going on; whoever reads a configuration asks {@link #problems} before using
 * it. An empty value counts as unset. Not for several threads.
 */
public final class Settings {
  private final Map<String, String> environment;
  private final TextFiles files;
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<String> asked = new TreeSet<>();

  /**
   * @param files reads the file that a {@code NAME_FILE} variable names
   */
  public Settings(Map<String, String> environment, TextFiles files) {
    this.environment = environment;
    this.files = files;
  }

  /** Reads a small text file. */
  @FunctionalInterface
  public interface TextFiles {
    String read(String path) throws IOException;
  }

  /** All problems so far, in the order in which they were found. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** What is odd but does not stop us, misspelt variables included; to be asked for at the end. */
  public List<String> warnings() {
    Stream<String> unknown = new UnknownVariables(asked).warnings(environment.keySet());
    return Stream.concat(notes.stream(), unknown).toList();
  }

  /** Adds a problem that only the reader of several variables can see. */
  public void problem(String name, String what, String example) {
    problems.add(new Problem(name, what, example));
  }

  /** Adds a warning. */
  public void warn(String note) {
    notes.add(note);
  }

  public Optional<String> text(String name) {
    asked.add(name);
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** Whether there is a value, right or wrong, of its own or in a file. */
  public boolean isGiven(String name) {
    return text(name).isPresent() || text(name + "_FILE").isPresent();
  }

  public String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  /** The value, or an empty text and a problem. */
  public String requiredText(String name, String example) {
    return required(name, text(name), "", example);
  }

  /**
   * A value with a form of its own; {@code what} is the problem when {@code parse} gives nothing.
   */
  public <T> Optional<T> parsed(
      String name, Function<String, Optional<T>> parse, String what, String example) {
    return understood(name, text(name), parse, what, example);
  }

  /** A whole number from {@code min} to {@code max}. */
  public int number(String name, int otherwise, int min, int max) {
    return within(name, min, max, otherwise).orElse(otherwise);
  }

  /** A whole number from {@code min} to {@code max}, if there is one. */
  public Optional<Integer> number(String name, int min, int max) {
    return within(name, min, max, min);
  }

  private Optional<Integer> within(String name, int min, int max, int example) {
    return parsed(
        name,
        value -> whole(value).filter(number -> min <= number && number <= max),
        "must be a whole number from " + min + " to " + max,
        String.valueOf(example));
  }

  /** One of a few words. */
  public String oneOf(String name, List<String> allowed, String otherwise) {
    return parsed(
            name,
            value -> Optional.of(value).filter(allowed::contains),
            "must be one of " + String.join(", ", allowed),
            otherwise)
        .orElse(otherwise);
  }

  /** An absolute http or https address. */
  public Optional<URI> url(String name, String example) {
    return parsed(name, Settings::web, "must be a full http or https address", example);
  }

  public URI url(String name, URI otherwise) {
    return url(name, otherwise.toString()).orElse(otherwise);
  }

  /** From {@code NAME}, or from the file that {@code NAME_FILE} names; both is a problem. */
  public Optional<Secret> secret(String name) {
    return confidential(name).map(Secret::new);
  }

  /** A secret, or a secret of no letters and a problem. */
  public Secret requiredSecret(String name, String example) {
    return required(name, secret(name), new Secret(""), example);
  }

  /** A secret with a form of its own. */
  public <T> Optional<T> secret(
      String name, Function<String, Optional<T>> parse, String what, String example) {
    return understood(name, confidential(name), parse, what, example);
  }

  private <T> Optional<T> understood(
      String name,
      Optional<String> value,
      Function<String, Optional<T>> parse,
      String what,
      String example) {
    Optional<T> result = value.flatMap(parse);
    if (value.isPresent() && result.isEmpty()) {
      problem(name, what, example);
    }
    return result;
  }

  private <T> T required(String name, Optional<T> value, T otherwise, String example) {
    if (value.isEmpty() && problems.stream().noneMatch(p -> p.variable().startsWith(name))) {
      problem(name, "is missing", example);
    }
    return value.orElse(otherwise);
  }

  private Optional<String> confidential(String name) {
    String fileName = name + "_FILE";
    Optional<String> direct = text(name);
    Optional<String> file = text(fileName);
    if (direct.isPresent() && file.isPresent()) {
      problem(fileName, "must not be set together with " + name, "/run/secrets/" + name);
    }
    return direct.or(() -> file.flatMap(path -> content(fileName, path)));
  }

  private Optional<String> content(String variable, String path) {
    String example = "/run/secrets/" + variable.replaceAll("_FILE$", "");
    try {
      Optional<String> content = Optional.of(files.read(path).strip()).filter(v -> !v.isEmpty());
      if (content.isEmpty()) {
        problem(variable, "names an empty file", example);
      }
      return content;
    } catch (IOException unreadable) {
      problem(variable, "names a file that cannot be read", example);
      return Optional.empty();
    }
  }

  private static Optional<Integer> whole(String value) {
    try {
      return Optional.of(Integer.valueOf(value));
    } catch (NumberFormatException notWhole) {
      return Optional.empty();
    }
  }

  private static Optional<URI> web(String value) {
    try {
      URI uri = URI.create(value);
      boolean usable =
          uri.getHost() != null
              && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
      return usable ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
