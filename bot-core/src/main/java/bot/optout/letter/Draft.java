package bot.optout.letter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person has told so far for one objection. The open question is derived from what is
 * missing, so nothing else needs to be remembered.
 *
 * @param place code of the country or jurisdiction the person lives in
 * @param services ids of the services, in the order in which they were named
 * @param servicesDone false while the person is still picking
 * @param child whether a parent writes for their child
 */
public record Draft(
    Optional<String> place,
    List<String> services,
    boolean servicesDone,
    boolean child,
    Reason reason,
    Optional<Detail> name,
    Optional<Detail> email,
    Optional<Detail> account) {
  public static final Draft EMPTY =
      new Draft(
          Optional.empty(),
          List.of(),
          false,
          false,
          new Reason.Open(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The service id that stands for "no account". */
  public static final String NO_ACCOUNT = "none";

  /** A letter names at most so many grounds. */
  public static final int MAX_GROUNDS = 4;

  public Draft {
    services = List.copyOf(services);
  }

  /** The next thing to ask; empty once the draft is complete. */
  public Optional<Question> openQuestion() {
    if (place.isEmpty()) {
      return Optional.of(Question.COUNTRY);
    }
    if (!servicesDone) {
      return Optional.of(Question.SERVICES);
    }
    return openReason().or(this::openDetail);
  }

  private Optional<Question> openReason() {
    if (reason instanceof Reason.Open) {
      return Optional.of(Question.REASON);
    }
    if (reason instanceof Reason.Picked picked && !picked.done()) {
      return Optional.of(Question.GROUNDS);
    }
    if (reason instanceof Reason.OwnWords own && own.text().isEmpty()) {
      return Optional.of(Question.OWN_WORDS);
    }
    if (reason instanceof Reason.OwnWords own && !own.settled()) {
      return Optional.of(Question.OWN_WORDS_CHECK);
    }
    return Optional.empty();
  }

  private Optional<Question> openDetail() {
    if (name.isEmpty()) {
      return Optional.of(Question.NAME);
    }
    if (email.isEmpty()) {
      return Optional.of(Question.EMAIL);
    }
    return account.isEmpty() && !withoutAccount()
        ? Optional.of(Question.ACCOUNT)
        : Optional.empty();
  }

  /** Ids of the grounds picked from the list so far. */
  public List<String> picked() {
    return reason instanceof Reason.Picked some ? some.grounds() : List.of();
  }

  /** Whether there is no account to name, so that nobody asks for one. */
  public boolean withoutAccount() {
    return services.equals(List.of(NO_ACCOUNT));
  }

  /** How many of the {@link #STEPS} steps are answered. */
  public int answered() {
    return (int)
        Stream.of(
                place.isPresent(),
                servicesDone,
                openReason().isEmpty(),
                name.isPresent(),
                email.isPresent(),
                account.isPresent() || withoutAccount())
            .filter(Boolean::booleanValue)
            .count();
  }

  /** Country, services, reason, name, e-mail, account. */
  public static final int STEPS = 6;

  public Draft livingIn(String code) {
    return new Draft(
        Optional.of(code), services, servicesDone, child, reason, name, email, account);
  }

  /** With exactly these services, and no more to pick. */
  public Draft about(List<String> all) {
    return new Draft(place, all, !all.isEmpty(), child, reason, name, email, account);
  }

  /** With a service picked, or put back if it was picked. "No account" excludes all others. */
  public Draft toggling(String service) {
    List<String> picked =
        services.contains(service)
            ? services.stream().filter(id -> !id.equals(service)).toList()
            : service.equals(NO_ACCOUNT)
                ? List.of(NO_ACCOUNT)
                : Stream.concat(services.stream(), Stream.of(service))
                    .filter(id -> !id.equals(NO_ACCOUNT))
                    .toList();
    return new Draft(place, picked, false, child, reason, name, email, account);
  }

  /** For the writer's child, or no longer so. */
  public Draft forChild(boolean yes) {
    return new Draft(place, services, servicesDone, yes, reason, name, email, account);
  }

  public Draft because(Reason why) {
    return new Draft(place, services, servicesDone, child, why, name, email, account);
  }

  public Draft named(Detail who) {
    return new Draft(
        place, services, servicesDone, child, reason, Optional.of(who), email, account);
  }

  public Draft reachedAt(Detail address) {
    return new Draft(
        place, services, servicesDone, child, reason, name, Optional.of(address), account);
  }

  public Draft withAccount(Detail handle) {
    return new Draft(
        place, services, servicesDone, child, reason, name, email, Optional.of(handle));
  }

  /** With the answer to a question taken back, so that it is asked again. */
  public Draft reopening(Question question) {
    return switch (question) {
      case COUNTRY ->
          new Draft(Optional.empty(), services, servicesDone, child, reason, name, email, account);
      case SERVICES -> new Draft(place, services, false, child, reason, name, email, account);
      case REASON, GROUNDS, OWN_WORDS, OWN_WORDS_CHECK -> because(new Reason.Open());
      case NAME ->
          new Draft(place, services, servicesDone, child, reason, Optional.empty(), email, account);
      case EMAIL ->
          new Draft(place, services, servicesDone, child, reason, name, Optional.empty(), account);
      case ACCOUNT ->
          new Draft(place, services, servicesDone, child, reason, name, email, Optional.empty());
    };
  }
}
