package bot.optout.document;

import java.util.List;

/** Lines that belong together for a reader: a paragraph, a heading, an item of a list. */
record Section(Role role, List<Row> rows) {
  enum Role {
    PARAGRAPH,
    TITLE,
    HEADING,
    ITEM
  }

  Section {
    rows = List.copyOf(rows);
  }
}
