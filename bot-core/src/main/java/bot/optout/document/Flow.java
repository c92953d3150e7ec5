package bot.optout.document;

import java.util.ArrayList;
import java.util.List;

/** Lets lines run down the page, and on to the next where they must. */
final class Flow {
  /**
   * A line in the queue.
   *
   * @param from it stands no higher than this, on the first page
   */
  private record Waiting(Section.Role role, boolean begins, Row row, float from) {}

  private final List<Waiting> queue = new ArrayList<>();
  private float from;

  /** What comes next stands no higher than this, if it is still on the first page. */
  Flow from(float y) {
    from = y;
    return this;
  }

  Flow base(float y, Type type) {
    return from(Row.top(y, type));
  }

  void add(Section section) {
    boolean begins = true;
    for (Row row : section.rows()) {
      queue.add(new Waiting(section.role(), begins, row, from));
      begins = false;
    }
  }

  List<List<Placed>> pages() {
    List<List<Placed>> pages = new ArrayList<>();
    int next = 0;
    do {
      List<Placed> page = page(next, pages.isEmpty());
      pages.add(page);
      next += page.size();
    } while (next < queue.size());
    return pages;
  }

  private List<Placed> page(int first, boolean firstPage) {
    List<Placed> page = new ArrayList<>();
    float y = firstPage ? 0 : Paper.NEXT_TOP;
    for (int i = first; i < queue.size(); i++) {
      Waiting waiting = queue.get(i);
      Row row = waiting.row();
      float top = firstPage ? Math.max(y, waiting.from()) : y;
      if (top + row.height() > Paper.BOTTOM && !page.isEmpty()) {
        return page.subList(0, end(first, i) - first);
      }
      page.add(new Placed(waiting.role(), waiting.begins(), row, row.base(top)));
      y = top + row.height();
    }
    return page;
  }

  /** The last good place for a break at or before the line that no longer fits. */
  private int end(int first, int tooMuch) {
    for (int i = tooMuch; i > first; i--) {
      if (queue.get(i).row().breakable()) {
        return i;
      }
    }
    return tooMuch;
  }
}
