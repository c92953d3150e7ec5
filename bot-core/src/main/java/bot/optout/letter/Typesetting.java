package bot.optout.letter;

import bot.optout.message.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Fills the parts of a letter's text; what turns out empty is left out. */
record Typesetting(Map<String, Object> slots) {
  String slot(String name) {
    return String.valueOf(slots.getOrDefault(name, ""));
  }

  String subject(LetterText text) {
    return tidy(text.subject().fill(slots));
  }

  List<Sheet.Part> body(LetterText text) {
    List<Sheet.Part> body = new ArrayList<>();
    for (LetterText.Part part : text.parts()) {
      List<String> lines = part.lines().stream().flatMap(this::filled).toList();
      switch (part.shape()) {
        case PARAGRAPH -> lines.forEach(line -> body.add(new Sheet.Part.Paragraph(line)));
        case HEADING -> lines.forEach(line -> body.add(new Sheet.Part.Heading(line)));
        case BULLETS -> {
          if (!lines.isEmpty()) {
            body.add(new Sheet.Part.Bullets(lines));
          }
        }
      }
    }
    return body;
  }

  private Stream<String> filled(LetterText.Line line) {
    return line.each()
        .map(slot -> items(slots.getOrDefault(slot, List.of())))
        .orElseGet(() -> Stream.of(tidy(line.text().fill(slots))))
        .filter(text -> !text.isBlank());
  }

  private static Stream<String> items(Object list) {
    return list instanceof List<?> all ? all.stream().map(String::valueOf) : Stream.empty();
  }

  /** A clause that is empty leaves a gap between its neighbours. */
  private static String tidy(String text) {
    return text.strip().replaceAll(" {2,}", " ");
  }
}
