package bot.optout.message;

/** A small text file that travels with a message, for example the letter as {@code .txt}. */
public record Attachment(String name, String mediaType, String text) {
  @Override
  public String toString() {
    return "Attachment[" + mediaType + ", " + text.length() + " characters]";
  }
}
