package bot.optout.letter;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All signs found in an answer, each with the sentence that shows it first. */
final class ReplyFindings {
  private final Map<ReplySign, ReplySentence> shown = new EnumMap<>(ReplySign.class);
  private final Map<ReplySign, Set<String>> services = new EnumMap<>(ReplySign.class);
  private final Set<String> named = new LinkedHashSet<>();
  private boolean strangeLink;

  void shows(ReplySign sign, ReplySentence sentence, Set<String> about) {
    shown.putIfAbsent(sign, sentence);
    services.computeIfAbsent(sign, none -> new LinkedHashSet<>()).addAll(about);
  }

  void names(Set<String> others) {
    named.addAll(others);
  }

  void leadsElsewhere() {
    strangeLink = true;
  }

  boolean hasStrangeLink() {
    return strangeLink;
  }

  boolean has(ReplySign sign) {
    return shown.containsKey(sign);
  }

  boolean hasAny(ReplySign... signs) {
    return List.of(signs).stream().anyMatch(this::has);
  }

  /** Whether anything found is more than a hint that goes with others. */
  boolean speaks() {
    return shown.keySet().stream().anyMatch(sign -> sign.kind().isPresent());
  }

  Set<ReplySign> signs() {
    return Set.copyOf(shown.keySet());
  }

  Optional<ReplySentence> sentence(ReplySign sign) {
    return Optional.ofNullable(shown.get(sign));
  }

  /** Ids of the services that a sign is said to be about. */
  Set<String> services(ReplySign sign) {
    return services.getOrDefault(sign, Set.of());
  }

  /** Ids of the services named anywhere. */
  Set<String> named() {
    return named;
  }
}
