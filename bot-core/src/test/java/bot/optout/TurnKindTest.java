package bot.optout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bot.optout.conversation.Event;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TurnKindTest {
  @Test
  void every_event_has_a_label_of_its_own_but_texts_which_have_many() {
    Set<Class<?>> events = new HashSet<>(Set.of(Event.class.getPermittedSubclasses()));
    events.remove(Event.Said.class);
    assertEquals(events, TurnKind.LABELS.keySet());
    assertEquals(events.size(), Set.copyOf(TurnKind.LABELS.values()).size());
  }
}
