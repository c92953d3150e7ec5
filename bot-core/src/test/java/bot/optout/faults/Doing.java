package bot.optout.faults;

import bot.optout.Address;
import bot.optout.Incoming;
import bot.optout.Input;
import bot.optout.logs.Confidential;
import java.time.Duration;
import java.util.Optional;

/** One thing that happens: a person does something, or time passes. */
record Doing(Optional<Input> input, Duration pause) {
  static Doing says(String text) {
    return of(new Input.Said(text));
  }

  static Doing presses(String choice) {
    return of(new Input.Pressed(choice));
  }

  static Doing commands(String name, String argument) {
    return of(new Input.Commanded(name, argument));
  }

  static Doing of(Input input) {
    return new Doing(Optional.of(input), Duration.ZERO);
  }

  static Doing waits(Duration time) {
    return new Doing(Optional.empty(), time);
  }

  /** As it arrives from a platform. */
  static Incoming arriving(String platform, String chat, String key, Input input) {
    Confidential.tell(chat);
    if (input instanceof Input.Said said) {
      Confidential.tell(said.text());
    }
    Address address = new Address(platform, "tenant", chat, chat, Address.Audience.ALONE, "");
    return new Incoming(key, address, input, Optional.of("en"));
  }
}
