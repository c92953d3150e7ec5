package bot.optout;

import bot.optout.cases.Case;
import bot.optout.cases.Reminder;
import bot.optout.cases.Zones;
import bot.optout.conversation.Effect;
import bot.optout.conversation.Idle;
import bot.optout.conversation.State;
import bot.optout.conversation.Transition;
import bot.optout.message.Message;
import bot.optout.store.CardRole;
import bot.optout.store.ClaimedEvent;
import bot.optout.store.Conversations;
import bot.optout.store.Decision;
import bot.optout.store.NewEvent;
import bot.optout.store.NewMessage;
import bot.optout.store.Note;
import bot.optout.store.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From what the conversation decided to what the store commits. */
final class Decisions {
  /** The due event that ends a conversation nobody goes on with. */
  private static final String TIMEOUT = "timeout";

  /** Stored a little longer than that, so that the end can still be said. */
  private static final Duration GRACE = Duration.ofDays(1);

  private final BotConfig config;
  private final ClaimedEvent event;
  private final Incoming incoming;
  private final Instant now;

  Decisions(BotConfig config, ClaimedEvent event, Incoming incoming, Instant now) {
    this.config = config;
    this.event = event;
    this.incoming = incoming;
    this.now = now;
  }

  /**
   * The decision of a step.
   *
   * @param spoken tag of the language the turn was held in
   */
  Decision of(State before, Transition step, String spoken, Snapshot seen) {
    boolean open = !(step.next() instanceof Idle);
    CaseChanges changes = CaseChanges.of(step);
    List<NewEvent> due = new ArrayList<>(reminders(changes.kept(), spoken));
    Set<String> cancelled = new LinkedHashSet<>(Set.of(TIMEOUT));
    changes.cases().keySet().forEach(id -> cancelled.add(CaseTimers.prefix(id)));
    if (open) {
      due.add(timeout());
    }
    return new Decision(
        step.next().saved().map(Payloads::write),
        Optional.of(step.context()).filter(context -> !context.isEmpty()).map(Payloads::write),
        expires(open, config, now),
        messages(before, step, spoken),
        due,
        cancelled,
        language(step),
        forgets(step),
        notes(step, spoken),
        changes.against(seen, config.caseDays(), now));
  }

  /** Timed in the person's zone; said in the language of this turn. */
  private List<NewEvent> reminders(List<Case> cases, String spoken) {
    Optional<ZoneId> zone = incoming.zone().flatMap(Zones::named);
    List<NewEvent> events = new ArrayList<>();
    for (Case one : cases) {
      for (Reminder reminder : CaseTimers.ahead(one, zone, now)) {
        String name = CaseTimers.name(one, reminder.purpose());
        Incoming elapsed =
            new Incoming(
                name,
                incoming.address(),
                new Input.Elapsed(name),
                Optional.of(spoken),
                incoming.zone());
        events.add(
            new NewEvent(name, event.conversation(), Payloads.write(elapsed), reminder.at()));
      }
    }
    return events;
  }

  /** The person is gone: nothing is kept of the conversation and nothing comes later. */
  static Decision leaving(Instant now) {
    return new Decision(
        Optional.empty(),
        Optional.empty(),
        now,
        List.of(),
        List.of(),
        Set.of(""),
        Optional.empty(),
        false);
  }

  /** The event is done; nothing changes, and nothing follows but what is to come later. */
  static Decision unchanged(Snapshot seen, List<NewEvent> later, BotConfig config, Instant now) {
    return new Decision(
        seen.state(),
        seen.context(),
        expires(seen.state().isPresent(), config, now),
        List.of(),
        later,
        Set.of(),
        Optional.empty(),
        false);
  }

  private static Instant expires(boolean open, BotConfig config, Instant now) {
    return now.plus(open ? config.draftAge().plus(GRACE) : Conversations.CONTEXT);
  }

  private NewEvent timeout() {
    Incoming elapsed =
        new Incoming(
            TIMEOUT,
            incoming.address(),
            new Input.Elapsed(TIMEOUT),
            incoming.locale(),
            incoming.zone());
    return new NewEvent(
        TIMEOUT, event.conversation(), Payloads.write(elapsed), now.plus(config.draftAge()));
  }

  /**
   * While a question is open, the last message is the one live card. A press on it changes it in
   * place; otherwise it stands below what the person typed. Once nothing is open, the first message
   * takes the card's place and no card is left.
   */
  private List<NewMessage> messages(State before, Transition step, String spoken) {
    List<Message> said = step.messages();
    boolean open = !(step.next() instanceof Idle);
    boolean wasOpen = !(before instanceof Idle);
    List<NewMessage> messages = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      boolean live = open && i == said.size() - 1;
      boolean last = !open && wasOpen && i == 0;
      CardRole role = live ? CardRole.LIVE : last ? CardRole.LAST : CardRole.NONE;
      Payloads.Pending say =
          new Payloads.Pending.Say(
              incoming.address(),
              said.get(i),
              i == 0 && pressed(),
              forgets(step),
              Optional.of(spoken));
      messages.add(new NewMessage(event.conversation(), Payloads.write(say), role));
    }
    return messages;
  }

  private boolean pressed() {
    return incoming.input() instanceof Input.Pressed;
  }

  private static List<Note> notes(Transition step, String spoken) {
    return step.effects().stream().flatMap(effect -> note(effect, spoken).stream()).toList();
  }

  private static Optional<Note> note(Effect effect, String spoken) {
    if (effect instanceof Effect.Count count) {
      return Optional.of(new Note.Count(count.kind(), count.subject()));
    }
    return effect instanceof Effect.ShareQuestion shared
        ? Optional.of(new Note.Question(shared.text(), spoken, shared.meant()))
        : Optional.empty();
  }

  private static boolean forgets(Transition step) {
    return step.effects().stream().anyMatch(Effect.Forget.class::isInstance);
  }

  private static Optional<String> language(Transition step) {
    return step.effects().stream()
        .filter(Effect.Speak.class::isInstance)
        .map(effect -> ((Effect.Speak) effect).language().toLanguageTag())
        .findFirst();
  }
}
