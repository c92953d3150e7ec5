package bot.optout.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A tally that a test can read, by the names of its methods. */
final class Counts implements Tally {
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  int of(String name) {
    return counts.getOrDefault(name, 0);
  }

  private void count(String name) {
    counts.merge(name, 1, Integer::sum);
  }

  @Override
  public void turn() {
    count("turn");
  }

  @Override
  public void turnFailed() {
    count("turnFailed");
  }

  @Override
  public void setAside() {
    count("setAside");
  }

  @Override
  public void delivered() {
    count("delivered");
  }

  @Override
  public void retried() {
    count("retried");
  }

  @Override
  public void limited() {
    count("limited");
  }

  @Override
  public void ambiguous() {
    count("ambiguous");
  }

  @Override
  public void dropped() {
    count("dropped");
  }

  @Override
  public void gone() {
    count("gone");
  }
}
