package bot.optout.conversation;

import java.util.List;
import java.util.stream.Stream;

/** All states a conversation can be in, for tests that must not miss one. */
final class States {
  private States() {}

  static List<Class<?>> all() {
    return below(State.class).toList();
  }

  private static Stream<Class<?>> below(Class<?> kind) {
    return kind.isSealed()
        ? Stream.of(kind.getPermittedSubclasses()).flatMap(States::below)
        : Stream.of(kind);
  }
}
