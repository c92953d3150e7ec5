package bot.optout.operation;

/**
 * One thing that is wrong with the configuration. Never quotes the value: it may be a secret that
 * was put into the wrong place.
 *
 * @param what follows the variable's name in a sentence: "is missing"
 * @param example a value that would do
 */
public record Problem(String variable, String what, String example) {
  @Override
  public String toString() {
    return variable + " " + what + ". Example: " + variable + "=" + example;
  }
}
