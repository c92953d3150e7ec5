package bot.optout.letter;

/** Something personal the person typed, or a placeholder to fill in by hand. Never printed. */
public record Detail(String text) {
  public static final Detail PLACEHOLDER = new Detail("");

  boolean isPlaceholder() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return isPlaceholder() ? "placeholder" : "given";
  }
}
