package bot.optout.document;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** File names that every system can unpack: no path, nothing invisible, none twice. */
final class SafeName {
  private static final int MAX = 100;
  private static final int MAX_ENDING = 10;
  private static final String NAMELESS = "file";

  private final Set<String> taken = new HashSet<>();

  /** Names that differ only in case are the same file on some systems. */
  String next(String wanted) {
    String name = of(wanted);
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = numbered(of(wanted), i);
    }
    return name;
  }

  static String of(String wanted) {
    String name =
        Normalizer.normalize(wanted, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", "")
            .replaceAll("[\\\\/:*?\"<>|\\s]+", "-")
            .replaceAll("^[.\\- ]+|[.\\- ]+$", "");
    // Windows keeps these for its devices, whatever their ending.
    String usable = name.matches("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?") ? "_" + name : name;
    return usable.isEmpty() ? NAMELESS : shortened(usable);
  }

  private static String shortened(String name) {
    if (name.length() <= MAX) {
      return name;
    }
    String ending = ending(name);
    int end = MAX - ending.length();
    // Never between the halves of a character.
    int cut = Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end;
    return name.substring(0, cut) + ending;
  }

  private static String numbered(String name, int number) {
    String ending = ending(name);
    return name.substring(0, name.length() - ending.length()) + "-" + number + ending;
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && name.length() - dot <= MAX_ENDING ? name.substring(dot) : "";
  }
}
