package bot.optout.content;

/**
 * One fault of the content.
 *
 * @param line of the file, from 1; 0 if the fault has no line
 */
public record ContentProblem(String file, int line, String what, String fix) {
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + what + "; " + fix;
  }
}
