package bot.optout.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Stand-ins for the many-methoded interfaces of JDBC. */
final class Stand {
  private static final Object[] NOTHING = {};

  private Stand() {}

  /** What a stand-in answers. */
  @FunctionalInterface
  interface Answer {
    @Nullable Object to(Method method, Object[] arguments) throws Throwable;
  }

  static <T> T in(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            Stand.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                answer.to(method, arguments == null ? NOTHING : arguments)));
  }

  static @Nullable Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
