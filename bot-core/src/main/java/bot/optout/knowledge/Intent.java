package bot.optout.knowledge;

import java.util.List;

/**
 * Something a person wants done rather than answered, such as having a letter drafted.
 *
 * @param id as named by {@link Finding.Wanted}; never the id of an entry
 * @param wordings ways to ask for it, as people type
 */
public record Intent(String id, List<String> wordings) {
  public Intent {
    wordings = List.copyOf(wordings);
  }
}
