package bot.optout.conversation;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A state as it is kept: a format that outlives versions of this program, so tags and field names
 * never change their meaning.
 *
 * @param tag which state; never a class name
 * @param version of the fields
 */
public record Saved(String tag, int version, Map<String, String> fields) {
  public Saved {
    fields = Collections.unmodifiableMap(new TreeMap<>(fields));
  }

  Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** The state again, or empty if this program does not know the format (a newer one wrote it). */
  public Optional<State> restore() {
    if (version != 1) {
      return Optional.empty();
    }
    return switch (tag) {
      case Clarifying.TAG -> Optional.of(Clarifying.from(this));
      case Drafting.TAG -> Optional.of(Drafting.from(this));
      case Reviewing.TAG -> Optional.of(Reviewing.from(this));
      case Confirming.TAG -> Optional.of(Confirming.from(this));
      case ListingCases.TAG -> Optional.of(new ListingCases());
      case OnCase.TAG -> Optional.of(OnCase.from(this));
      case PickingCase.TAG -> Optional.of(PickingCase.from(this));
      case AskingSent.TAG -> Optional.of(AskingSent.from(this));
      case AskingDay.TAG -> Optional.of(AskingDay.from(this));
      case AwaitingReply.TAG -> Optional.of(AwaitingReply.from(this));
      case WeighingReply.TAG -> Optional.of(WeighingReply.from(this));
      case ComplainingAbout.TAG -> Optional.of(ComplainingAbout.from(this));
      case DeletingCase.TAG -> Optional.of(DeletingCase.from(this));
      case Nudging.TAG -> Optional.of(Nudging.from(this));
      default -> Optional.empty();
    };
  }

  @Override
  public String toString() {
    return "Saved[" + tag + " v" + version + "]";
  }
}
