package bot.optout.conversation;

import bot.optout.cases.Reminder;
import java.util.Map;

/**
 * What happened. A new kind of event does not compile until every state has an answer for it:
 * {@link State} decides on each.
 */
public sealed interface Event {
  Transition applyTo(State state, Scene scene);

  record Said(Heard heard) implements Event {
    @Override
    public Transition applyTo(State state, Scene scene) {
      Scene informed = scene.remembering(scene.context().noticing(heard.mentions()));
      return Repairs.to(heard, state, informed).orElseGet(() -> state.onSaid(heard, informed));
    }
  }

  /** The person rewrote their newest message. */
  record Edited(Heard heard) implements Event {
    @Override
    public Transition applyTo(State state, Scene scene) {
      return new Said(heard).applyTo(state.beforeLastAnswer(), scene);
    }
  }

  /** A button. The state is asked first, then what holds everywhere, and the rest is stale. */
  record Pressed(String choice) implements Event {
    @Override
    public Transition applyTo(State state, Scene scene) {
      return state
          .onChoice(choice, scene)
          .or(() -> Signposts.follow(choice, state, scene))
          .orElseGet(() -> state.again(scene, scene.say(Phrase.STALE_BUTTON)));
    }
  }

  /** A wish given as a command. */
  record Wished(Wish wish, Mentions mentions) implements Event {
    @Override
    public Transition applyTo(State state, Scene scene) {
      Scene informed = scene.remembering(scene.context().noticing(mentions));
      return Repairs.fulfil(wish, mentions, state, informed);
    }
  }

  /** The conversation is opened, or opened again. */
  record Started() implements Event {
    @Override
    public Transition applyTo(State state, Scene scene) {
      return state instanceof Idle idle
          ? Transition.to(idle, scene.context(), idle.prompt(scene))
          : state.again(scene, scene.say(Phrase.WHERE_WE_WERE));
    }
  }

  /** The person opens a page of the bot's own; nothing moves by it. */
  record Visited() implements Event {
    @Override
    public Transition applyTo(State state, Scene scene) {
      return Transition.to(state, scene.context(), Overview.of(scene));
    }
  }

  /** Something that cannot be taken, such as a photo: says why and asks again. */
  record Declined(Phrase why, Map<String, String> slots) implements Event {
    public Declined {
      slots = Map.copyOf(slots);
    }

    @Override
    public Transition applyTo(State state, Scene scene) {
      return state.again(scene, scene.say(state.declined(why), slots));
    }

    /** The slots may hold what was typed. */
    @Override
    public String toString() {
      return "Declined[" + why + "]";
    }
  }

  /** A reminder about a case became due, in whatever the conversation is. */
  record Reminded(String id, Reminder.Purpose purpose) implements Event {
    @Override
    public Transition applyTo(State state, Scene scene) {
      return CaseReminders.say(id, purpose, state, scene);
    }
  }

  /** Nothing came for as long as a draft is kept. */
  record TimedOut() implements Event {
    @Override
    public Transition applyTo(State state, Scene scene) {
      return state.onTimeout(scene);
    }
  }
}
