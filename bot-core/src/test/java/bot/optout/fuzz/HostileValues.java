package bot.optout.fuzz;

import java.util.List;
import java.util.Random;

/** JSON values that parsers are known to choke on. */
final class HostileValues {
  private static final int LONGEST = 50_000;

  private static final List<String> VALUES =
      List.of(
          "0",
          "-1",
          "-0",
          "0.1",
          "1e3",
          "1e308",
          "1e999999999",
          "-1e-999999999",
          "2147483648",
          "-2147483649",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775809",
          "18446744073709551616",
          "true",
          "false",
          "\"\"",
          "\" \"",
          "\"0\"",
          "\"-9223372036854775808\"",
          "\"NaN\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\u202e\\u200b\\ufeff\"",
          "\"%s%n%x\"",
          "\"../../etc/passwd\"",
          "\"' OR 1=1 --\"",
          "\"<b>&amp;</b><script>\"",
          "\"<!channel> <@U0000000> <https://example.org|x>\"",
          "\"/start t_too-late\"",
          "\"/\"",
          "\"/forget@\"",
          "\"ac:forget\"",
          "\"private\"",
          "\"supergroup\"",
          "\"__proto__\"",
          "{}",
          "[]",
          "[[]]",
          "{\"id\":{}}",
          "{\"\":null}");

  private final Random random;

  HostileValues(Random random) {
    this.random = random;
  }

  String value() {
    return switch (random.nextInt(6)) {
      case 0 -> digits();
      case 1 -> "\"" + characters().repeat(length()) + "\"";
      case 2 -> "[" + "0,".repeat(length() / 2) + "0]";
      default -> VALUES.get(random.nextInt(VALUES.size()));
    };
  }

  private String digits() {
    return "1" + "0".repeat(length() / 10) + (random.nextBoolean() ? ".5" : "");
  }

  private String characters() {
    List<String> some = List.of("a", " ", "@", "/", "\\n", "ü", "\\u0301", "😀", "&lt;", ". ");
    return some.get(random.nextInt(some.size()));
  }

  /** Mostly short. */
  private int length() {
    return (int) Math.pow(LONGEST / 8.0, random.nextDouble());
  }
}
