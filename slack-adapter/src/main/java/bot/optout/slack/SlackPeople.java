package bot.optout.slack;

import bot.optout.Directory;
import bot.optout.Incoming;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * People's language and time zone, as they set them in Slack. Asked once a day for each person who
 * speaks with us; kept in memory only.
 */
final class SlackPeople implements Directory {
  private static final int REMEMBERED = 20_000;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration AFTER_TROUBLE = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Workspaces workspaces;
  private final SlackApis apis;
  private final Clock clock;
  private final Recent<String, Profile> profiles = new Recent<>(REMEMBERED);

  private record Profile(Optional<String> locale, Optional<String> zone, Instant until) {}

  SlackPeople(Workspaces workspaces, SlackApis apis, Clock clock) {
    this.workspaces = workspaces;
    this.apis = apis;
    this.clock = clock;
  }

  @Override
  public Incoming completed(Incoming incoming) {
    try {
      return workspaces
          .of(incoming.address().tenant())
          .map(workspace -> profile(workspace, incoming.address().person()))
          .map(profile -> with(incoming, profile))
          .orElse(incoming);
    } catch (Workspaces.NotIntroduced yet) {
      return incoming;
    }
  }

  Optional<String> language(Workspace workspace, String person) {
    return profile(workspace, person).locale();
  }

  /** The same as far as it is known already, for where nobody may be asked. */
  Optional<String> knownLanguage(Workspace workspace, String person) {
    return profiles.get(key(workspace, person)).flatMap(Profile::locale);
  }

  private static Incoming with(Incoming incoming, Profile profile) {
    return new Incoming(
        incoming.dedupeKey(),
        incoming.address(),
        incoming.input(),
        incoming.locale().or(profile::locale),
        incoming.zone().or(profile::zone));
  }

  private Profile profile(Workspace workspace, String person) {
    String key = key(workspace, person);
    Optional<Profile> known =
        profiles.get(key).filter(profile -> clock.instant().isBefore(profile.until()));
    return known.orElseGet(
        () -> {
          Profile asked = ask(workspace, person);
          profiles.put(key, asked);
          return asked;
        });
  }

  private static String key(Workspace workspace, String person) {
    return workspace.identity().team() + "/" + person;
  }

  private Profile ask(Workspace workspace, String person) {
    SlackReply reply =
        apis.of(workspace)
            .ask("users.info", Map.of("user", person, "include_locale", "true"), PATIENCE);
    Optional<JsonObject> user =
        reply instanceof SlackReply.Done done
            ? SlackJson.object(done.body(), "user")
            : Optional.empty();
    return new Profile(
        user.flatMap(u -> SlackJson.text(u, "locale")),
        user.flatMap(u -> SlackJson.text(u, "tz")),
        clock.instant().plus(user.isPresent() ? DAY : AFTER_TROUBLE));
  }
}
