package bot.optout.operation;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the program when the system asks for it (SIGTERM, SIGINT): first what runs comes to its end,
 * only then the JVM does. A shutdown hook would not do, since all hooks run at once, and the
 * sentence model's own frees what the last turns still compute with (docs/adr/0049).
 */
public final class Termination {
  private static final Logger LOG = LoggerFactory.getLogger(Termination.class);
  private static final List<String> SIGNALS = List.of("TERM", "INT");

  private Termination() {}

  /**
   * From now on such a signal ends the program.
   *
   * @param stop waits until nothing runs any more, and gives the exit code; may be called twice
   */
  public static void exitWith(IntSupplier stop) {
    try {
      for (String signal : SIGNALS) {
        handle(signal, stop);
      }
    } catch (ReflectiveOperationException | RuntimeException unknown) {
      LOG.warn("This JVM hands out no signals: {}", unknown.getClass().getSimpleName());
      Runnable halt = () -> Runtime.getRuntime().halt(stop.getAsInt());
      Runtime.getRuntime().addShutdownHook(new Thread(halt, "shutdown"));
    }
  }

  /**
   * By name, since the compiler warns of the class and knows no way to be told that it is meant.
   */
  private static void handle(String name, IntSupplier stop) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object ours =
        Proxy.newProxyInstance(
            Termination.class.getClassLoader(),
            new Class<?>[] {handler},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "handle" -> {
                    Runtime.getRuntime().exit(stop.getAsInt());
                    yield null;
                  }
                  case "equals" -> proxy == arguments[0];
                  case "hashCode" -> System.identityHashCode(proxy);
                  default -> "Termination";
                });
    signal
        .getMethod("handle", signal, handler)
        .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
  }
}
