package bot.optout;

import bot.optout.cases.Case;
import bot.optout.cases.Zones;
import bot.optout.content.Content;
import bot.optout.conversation.Context;
import bot.optout.conversation.Event;
import bot.optout.conversation.HouseRules;
import bot.optout.conversation.Idle;
import bot.optout.conversation.Phrase;
import bot.optout.conversation.Saved;
import bot.optout.conversation.Scene;
import bot.optout.conversation.Script;
import bot.optout.conversation.State;
import bot.optout.conversation.Transition;
import bot.optout.delivery.Tally;
import bot.optout.delivery.TurnHandler;
import bot.optout.message.Message;
import bot.optout.store.CardRole;
import bot.optout.store.ClaimedEvent;
import bot.optout.store.Conversations;
import bot.optout.store.Decision;
import bot.optout.store.Inbox;
import bot.optout.store.NewEvent;
import bot.optout.store.NewMessage;
import bot.optout.store.People;
import bot.optout.store.Snapshot;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One turn: read the state, look everything up, decide purely, commit; again if somebody was
 * faster.
 */
final class Turns implements TurnHandler {
  private final BotConfig config;
  private final Supplier<Content> content;
  private final Inbox inbox;
  private final Directory directory;
  private final Conversations conversations;
  private final People people;
  private final MessageQuota quota;
  private final Clock clock;
  private final Tally tally;
  private final Runnable afterCommit;

  Turns(
      BotConfig config,
      Supplier<Content> content,
      Inbox inbox,
      Directory directory,
      Conversations conversations,
      People people,
      Clock clock,
      Tally tally,
      Runnable afterCommit) {
    this.config = config;
    this.content = content;
    this.inbox = inbox;
    this.directory = directory;
    this.conversations = conversations;
    this.people = people;
    this.quota = new MessageQuota(config.messagesPerMinute());
    this.clock = clock;
    this.tally = tally;
    this.afterCommit = afterCommit;
  }

  @Override
  public void run(ClaimedEvent event) {
    Incoming incoming = directory.completed(Payloads.incoming(event.payload()));
    MessageQuota.Verdict verdict = verdict(event, incoming.input());
    do {
      Snapshot seen = conversations.load(event.conversation());
      Decided decided = decide(event, incoming, seen, verdict);
      if (conversations.commit(event, seen, decided.decision())) {
        decided.kind().ifPresent(tally::decided);
        afterCommit.run();
        return;
      }
    } while (inbox.extend(event));
  }

  /** A message counts once for its person, however often its turn is tried. */
  private MessageQuota.Verdict verdict(ClaimedEvent event, Input input) {
    return event.attempts() > 1 || input instanceof Input.Elapsed || input instanceof Input.Left
        ? MessageQuota.Verdict.ANSWER
        : quota.judge(event.conversation().personKey(), clock.instant());
  }

  private Decided decide(
      ClaimedEvent event, Incoming incoming, Snapshot seen, MessageQuota.Verdict verdict) {
    Instant now = clock.instant();
    if (incoming.input() instanceof Input.Left) {
      return Decided.silently(Decisions.leaving(now));
    }
    if (verdict == MessageQuota.Verdict.PASS_OVER) {
      return Decided.silently(Decisions.unchanged(seen, List.of(), config, now));
    }
    List<Case> cases = seen.cases().stream().map(one -> Payloads.followed(one.payload())).toList();
    Optional<Instant> morning = CaseTimers.postponed(incoming, cases, now);
    if (morning.isPresent()) {
      NewEvent again = CaseTimers.again(incoming, event, morning.get());
      return Decided.silently(Decisions.unchanged(seen, List.of(again), config, now));
    }
    Content known = content.get();
    State state = state(seen);
    Context context = seen.context().map(Payloads::context).orElse(Context.EMPTY);
    Language language = Language.of(incoming, seen, context, state, known);
    Script script = known.script(language.tag());
    Event meant = meaning(incoming, verdict, language, script);
    Context speaking = context.speaking(language.written());
    Scene scene = scene(event, incoming, speaking, known, script, cases, now);
    Transition step = meant.applyTo(state, scene);
    Decision decision =
        new Decisions(config, event, incoming, now).of(state, step, language.tag(), seen);
    return new Decided(Optional.of(TurnKind.of(meant)), decision);
  }

  /** A decision, and what kind of turn it ends in the metrics, if it counts as one. */
  private record Decided(Optional<String> kind, Decision decision) {
    static Decided silently(Decision decision) {
      return new Decided(Optional.empty(), decision);
    }
  }

  private static Event meaning(
      Incoming incoming, MessageQuota.Verdict verdict, Language language, Script script) {
    if (verdict == MessageQuota.Verdict.ASK_TO_WAIT) {
      return new Event.Declined(Phrase.TOO_FAST, Map.of());
    }
    return language
        .apology()
        .<Event>map(line -> new Event.Declined(Phrase.OTHER_LANGUAGE, Map.of("line", line)))
        .orElseGet(() -> Reading.of(incoming.input(), script));
  }

  private static State state(Snapshot seen) {
    return seen.state().map(Payloads::saved).flatMap(Saved::restore).orElseGet(Idle::new);
  }

  private Scene scene(
      ClaimedEvent event,
      Incoming incoming,
      Context context,
      Content known,
      Script script,
      List<Case> cases,
      Instant now) {
    Optional<ZoneId> zone = incoming.zone().flatMap(Zones::named);
    return new Scene(
        script,
        new HouseRules(config.operator(), config.draftDays(), config.caseDays(), known.locales()),
        context,
        LocalDate.ofInstant(now, zone.orElse(Zones.DEFAULT)),
        now,
        zone,
        cases,
        incoming.address().audience() == Address.Audience.ALONE,
        () -> Belongings.of(people.holdings(event.conversation().personKey()), event.id()));
  }

  @Override
  public List<NewMessage> apology(ClaimedEvent event) {
    Incoming incoming = Payloads.incoming(event.payload());
    Content known = content.get();
    String language = incoming.locale().flatMap(known::closest).orElse(known.defaultLanguage());
    Message sorry =
        Message.of(known.script(language).phrases().say(Phrase.SORRY, "reference", event.id()));
    return List.of(
        new NewMessage(
            event.conversation(),
            Payloads.write(new Payloads.Pending.Say(incoming.address(), sorry, false, false)),
            CardRole.NONE));
  }
}
