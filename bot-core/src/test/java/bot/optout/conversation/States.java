package bot.optout.conversation;

import java.util.List;
import java.util.stream.Stream;

/** All states a conversation can be in, for tests that must not miss one. */
final class States {
  private States() {}

  static List<Class<?>> all() {
    return Stream.of(State.class.getPermittedSubclasses())
        .flatMap(
            one ->
                one.isSealed() ? Stream.of(one.getPermittedSubclasses()) : Stream.<Class<?>>of(one))
        .toList();
  }
}
