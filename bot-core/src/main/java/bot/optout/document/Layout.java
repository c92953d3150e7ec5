package bot.optout.document;

import bot.optout.message.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Where everything in a letter stands, at one size of type. */
final class Layout {
  /** Comfortable first; the smallest is still easy to read on paper. */
  private static final float[] SIZES = {11, 10.5f, 10};

  /** What a letter of several pages is set in. */
  private static final float LONG = 10.5f;

  private static final float LEADING = 1.34f;
  private static final float TIGHT = 1.2f;
  private static final float GAP = 0.55f;
  private static final float ITEM_GAP = 0.2f;
  private static final float SIGNATURE = Paper.mm(13);
  private static final float BULLET_INDENT = Paper.mm(4.5f);
  private static final float FAINT = 0.33f;

  private final Sheet sheet;
  private final Type text;
  private final Type address;
  private final Type bold;
  private final Type title;
  private final Type name;
  private final Type small;

  private Layout(Face regular, Face strong, Sheet sheet, float size) {
    this.sheet = sheet;
    this.text = type(regular, size, 0);
    this.address = new Type(regular, size, size * TIGHT, 0);
    this.bold = type(strong, size, 0);
    this.title = type(strong, size + 0.5f, 0);
    this.name = type(strong, 13, 0);
    this.small = type(regular, 9, FAINT);
  }

  /** On one page if it fits at a size that is easy to read; else on as many as it takes. */
  static List<List<Placed>> pages(Sheet sheet, Face regular, Face strong) {
    for (float size : SIZES) {
      List<List<Placed>> pages = new Layout(regular, strong, sheet, size).pages();
      if (pages.size() == 1) {
        return pages;
      }
    }
    return new Layout(regular, strong, sheet, LONG).pages();
  }

  private static Type type(Face face, float size, float grey) {
    return new Type(face, size, size * LEADING, grey);
  }

  private List<List<Placed>> pages() {
    Flow flow = new Flow();
    flow.from(Paper.SENDER).add(sender());
    flow.from(Paper.ADDRESS).add(plain(sheet.recipient(), address, Paper.ADDRESS_WIDTH));
    flow.base(Paper.DATE_BASE, text).add(date());
    flow.base(Paper.SUBJECT_BASE, title).add(subject());
    flow.from(Paper.BODY);
    body().forEach(flow::add);
    return flow.pages();
  }

  /** The name large, the rest small below it. */
  private Section sender() {
    List<Row> rows = new ArrayList<>();
    for (String line : sheet.sender()) {
      Type type = rows.isEmpty() ? name : small;
      breaks(type, Paper.TEXT_WIDTH)
          .lines(line)
          .forEach(one -> rows.add(new Row(one, type, Paper.LEFT, 0, true)));
    }
    return new Section(Section.Role.PARAGRAPH, rows);
  }

  private Section plain(List<String> texts, Type type, float width) {
    return new Section(
        Section.Role.PARAGRAPH,
        texts.stream()
            .flatMap(one -> breaks(type, width).lines(one).stream())
            .map(line -> new Row(line, type, Paper.LEFT, 0, true))
            .toList());
  }

  private Section date() {
    return new Section(
        Section.Role.PARAGRAPH,
        breaks(text, Paper.TEXT_WIDTH).lines(sheet.date()).stream()
            .map(line -> new Row(line, text, rightAligned(line), 0, true))
            .toList());
  }

  private float rightAligned(Line line) {
    return Paper.LEFT + Paper.TEXT_WIDTH - text.width(line.text());
  }

  private Section subject() {
    return section(Section.Role.TITLE, sheet.subject(), title, 0, true);
  }

  private List<Section> body() {
    List<Section> sections = new ArrayList<>();
    boolean afterHeading = true;
    for (Sheet.Part part : sheet.body()) {
      sections.addAll(sections(part, !afterHeading));
      afterHeading = part instanceof Sheet.Part.Heading;
    }
    sections.addAll(closing());
    return sections;
  }

  private List<Section> sections(Sheet.Part part, boolean breakable) {
    if (part instanceof Sheet.Part.Heading heading) {
      return List.of(section(Section.Role.HEADING, heading.text(), bold, text.size(), breakable));
    }
    if (part instanceof Sheet.Part.Bullets bullets) {
      return items(bullets.items());
    }
    return List.of(
        section(Section.Role.PARAGRAPH, part.plainText(), text, GAP * text.size(), breakable));
  }

  /** A list belongs to the sentence before it, so no page begins with its first item. */
  private List<Section> items(List<String> items) {
    List<Section> sections = new ArrayList<>();
    for (String item : items) {
      List<Line> lines = breaks(text, Paper.TEXT_WIDTH - BULLET_INDENT).lines(item);
      float gap = ITEM_GAP * text.size();
      boolean breakable = !sections.isEmpty();
      sections.add(
          new Section(
              Section.Role.ITEM, rows(lines, text, Paper.LEFT + BULLET_INDENT, gap, breakable)));
    }
    return sections;
  }

  /** Stays with the last lines of the body; the signature has its place above the name. */
  private List<Section> closing() {
    List<Section> sections = new ArrayList<>();
    for (String line : sheet.closing()) {
      float gap =
          switch (sections.size()) {
            case 0 -> 1.5f * GAP * text.size();
            case 1 -> SIGNATURE;
            default -> GAP * text.size();
          };
      sections.add(section(Section.Role.PARAGRAPH, line, text, gap, sections.size() > 1));
    }
    return sections;
  }

  private Section section(Section.Role role, String what, Type type, float gap, boolean breakable) {
    List<Line> lines = breaks(type, Paper.TEXT_WIDTH).lines(what);
    return new Section(role, rows(lines, type, Paper.LEFT, gap, breakable));
  }

  /** Neither the first nor the last line of a paragraph stands alone on a page. */
  private static List<Row> rows(
      List<Line> lines, Type type, float x, float gap, boolean breakable) {
    int last = lines.size() - 1;
    return IntStream.rangeClosed(0, last)
        .mapToObj(
            i ->
                new Row(
                    lines.get(i),
                    type,
                    x,
                    i == 0 ? gap : 0,
                    i == 0 ? breakable : i > 1 && i < last))
        .toList();
  }

  private LineBreaks breaks(Type type, float width) {
    return new LineBreaks(type, width, sheet.language());
  }
}
