package bot.optout.telegram;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A message of the bot's as it stands in a chat.
 *
 * @param text as the person reads it, without markup
 * @param html as it was sent
 * @param file the name and content of a document
 * @param changed a number that grows with every change of any message
 */
record FakeMessage(
    int id,
    String text,
    String html,
    List<List<FakeButton>> keyboard,
    Optional<CallBody.UploadedFile> file,
    OptionalInt thread,
    OptionalInt replyTo,
    long changed) {
  /**
   * @param data empty for a button that opens an address or copies
   * @param copy what it copies
   */
  record FakeButton(String label, String data, String url, String copy) {}

  List<FakeButton> buttons() {
    return keyboard.stream().flatMap(List::stream).toList();
  }

  /**
   * Text, files and buttons as one reads them from top to bottom; without those that copy what
   * stands there anyway, which not every platform has.
   */
  String seen() {
    String shown = file.map(document -> "(" + document.name() + ")").orElse(text);
    String below =
        buttons().stream()
            .filter(key -> key.copy().isEmpty())
            .map(key -> "[" + key.label() + "]")
            .collect(Collectors.joining(" "));
    return below.isEmpty() ? shown : shown + "\n" + below;
  }

  FakeMessage edited(
      String newText, String newHtml, List<List<FakeButton>> newKeyboard, long when) {
    return new FakeMessage(id, newText, newHtml, newKeyboard, file, thread, replyTo, when);
  }

  FakeMessage withKeyboard(List<List<FakeButton>> newKeyboard) {
    return new FakeMessage(id, text, html, newKeyboard, file, thread, replyTo, changed);
  }
}
