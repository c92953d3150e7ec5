package bot.optout.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.cases.Case;
import bot.optout.cases.Reminder;
import bot.optout.content.TestContent;
import bot.optout.letter.LetterKind;
import bot.optout.message.Attachment;
import bot.optout.message.Block;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of the conversation, held against ten thousand random steps. */
final class RandomWalkTest {
  private static final int STEPS = 10_000;
  private static final List<String> TEXTS =
      List.of(
          "is it too late to stop meta using my pics",
          "draft",
          "draft pls, instagram, im in lyon",
          "France",
          "germany",
          "i live in the us",
          "Kenya",
          "insta and fb",
          "whatsapp",
          "no account",
          "no",
          "yes",
          "skip",
          "back",
          "start over",
          "help",
          "say that again",
          "what was the question",
          "actually facebook",
          "change the country to spain",
          "actually",
          "My little daughter is in nearly every picture I have posted.",
          "Anna Müller",
          "anna@example.org",
          "why do you need my name?",
          "what is the weather tomorrow",
          "hi",
          "thanks",
          "you stupid bot",
          "🤷",
          "1",
          "3",
          "\u202ertl <b>&amp; <!channel> <@U1> *_`",
          "privacy",
          "show my data",
          "forget me",
          "language",
          "messages",
          "my cases",
          "sent",
          "they answered",
          "write the reminder",
          "complain",
          "what do they have on me",
          "erasure",
          "take it back",
          "delete",
          "yesterday",
          "24.11.2026",
          "31.2.2026",
          "1 January",
          "Bavaria",
          "We received your request and will get back to you within 30 days.",
          "We have reviewed your objection and will honor it for Facebook.",
          "We regret to inform you that we cannot grant your objection.",
          "nothing came");

  private final Script script = TestContent.get().script("en");
  private final Map<String, Heard> heard = new HashMap<>();

  private Instant now = Instant.parse("2026-11-24T09:00:00Z");
  private List<Case> cases = List.of();

  private Scene scene(Context context, boolean alone) {
    return new Scene(
        script,
        new HouseRules("", 7, 30, List.of(Locale.ENGLISH)),
        context,
        LocalDate.ofInstant(now, ZoneOffset.UTC),
        now,
        Optional.empty(),
        cases,
        alone,
        () -> Stored.NOTHING);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void laws_hold_wherever_the_walk_leads(long seed) {
    Random random = new Random(seed);
    Set<Class<?>> visited = new HashSet<>();
    List<Choice> seen = new ArrayList<>();
    State state = new Idle();
    Context context = Context.EMPTY;
    for (int step = 0; step < STEPS; step++) {
      followSome(random);
      Event event = event(random, seen);
      Scene scene = scene(context, random.nextInt(20) > 0);
      Transition once = event.applyTo(state, scene);
      assertEquals(once, event.applyTo(state, scene), "the same event in the same state");
      assertFalse(
          once.messages().isEmpty()
              && !(event instanceof Event.TimedOut || event instanceof Event.Reminded),
          "never silent: " + event);
      once.messages().forEach(message -> fitsEveryPlatform(message));
      savedStateComesBack(once.next());
      cancelReachesIdle(once.next(), scene);
      visited.add(once.next().getClass());
      once.messages().forEach(message -> seen.addAll(message.choices()));
      while (seen.size() > 60) {
        seen.remove(0);
      }
      state = once.next();
      context = once.context();
      once.effects().forEach(this::happens);
      // Sometimes minutes pass, sometimes weeks.
      now = now.plus(Duration.ofMinutes(random.nextInt(random.nextInt(10) == 0 ? 40_000 : 10)));
    }
    assertEquals(Set.copyOf(States.all()), visited, "every state was visited");
  }

  /** Forgetting and deleting come often in a walk; now and then there are letters again. */
  private void followSome(Random random) {
    if (cases.size() < 2 && random.nextInt(20) == 0) {
      LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
      Case one =
          Case.open(
                  "walk" + random.nextInt(100_000),
                  today,
                  "FR",
                  List.of("instagram"),
                  "Meta Platforms Ireland Limited",
                  LetterKind.OBJECTION)
              .taking(LetterKind.OBJECTION, "the letter", today);
      happens(new Effect.KeepCase(random.nextBoolean() ? one : one.sent(today, Optional.empty())));
    }
  }

  private void happens(Effect effect) {
    Map<String, Case> all = new TreeMap<>();
    cases.forEach(one -> all.put(one.id(), one));
    if (effect instanceof Effect.KeepCase keep) {
      all.put(keep.followed().id(), keep.followed());
    } else if (effect instanceof Effect.DropCase drop) {
      all.remove(drop.id());
    } else if (effect instanceof Effect.Forget) {
      all.clear();
    }
    cases = List.copyOf(all.values());
  }

  private Event reminded(Random random) {
    String id = cases.isEmpty() ? "gone" : cases.get(random.nextInt(cases.size())).id();
    Reminder.Purpose[] all = Reminder.Purpose.values();
    return new Event.Reminded(id, all[random.nextInt(all.length)]);
  }

  private Event event(Random random, List<Choice> seen) {
    int kind = random.nextInt(100);
    if (kind < 55 && !seen.isEmpty()) {
      // Mostly the newest buttons, sometimes stale ones.
      int back =
          random.nextInt(4) == 0
              ? random.nextInt(seen.size())
              : random.nextInt(Math.min(12, seen.size()));
      return new Event.Pressed(seen.get(seen.size() - 1 - back).id());
    }
    if (kind < 90) {
      return new Event.Said(hear(TEXTS.get(random.nextInt(TEXTS.size()))));
    }
    if (kind < 93) {
      return new Event.Edited(hear(TEXTS.get(random.nextInt(TEXTS.size()))));
    }
    if (kind < 94) {
      return new Event.Declined(Phrase.CANNOT_SEE, Map.of());
    }
    if (kind < 95) {
      return new Event.Pressed("no-such:button");
    }
    if (kind < 98) {
      return random.nextInt(3) == 0 ? new Event.TimedOut() : reminded(random);
    }
    return kind < 99
        ? new Event.Started()
        : new Event.Wished(Wish.DRAFT, new Mentions(Optional.of("FR"), List.of("instagram")));
  }

  /** What is heard in a text never changes, so the model is asked once for each. */
  private Heard hear(String text) {
    return heard.computeIfAbsent(text, said -> script.hear(said));
  }

  private static void fitsEveryPlatform(Message message) {
    Set<String> ids = new HashSet<>();
    message
        .choices()
        .forEach(choice -> assertTrue(ids.add(choice.id()), "two buttons of one id: " + choice));
    message.blocks().forEach(RandomWalkTest::saysSomething);
    for (Attachment file : message.attachments()) {
      assertFalse(file.name().isBlank());
    }
  }

  private static void saysSomething(Block block) {
    assertFalse(block.plainText().isBlank(), "an empty block");
    assertFalse(block.plainText().contains("{{"), "an unfilled slot");
  }

  private static void savedStateComesBack(State state) {
    Optional<Saved> saved = state.saved();
    assertEquals(state, saved.flatMap(Saved::restore).orElseGet(Idle::new));
  }

  private void cancelReachesIdle(State state, Scene scene) {
    State once = new Event.Said(hear("cancel")).applyTo(state, scene).next();
    // "Delete everything?" goes back to what was open before it, which is cancelled in its turn.
    State twice = new Event.Said(hear("cancel")).applyTo(once, scene).next();
    assertInstanceOf(Idle.class, state instanceof Confirming ? twice : once);
  }

  @Test
  void a_state_of_an_unknown_format_is_not_guessed() {
    assertTrue(new Saved("drafting", 99, Map.of()).restore().isEmpty());
    assertTrue(new Saved("dreaming", 1, Map.of()).restore().isEmpty());
  }
}
