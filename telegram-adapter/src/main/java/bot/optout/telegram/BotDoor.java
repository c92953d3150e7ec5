package bot.optout.telegram;

import bot.optout.Address;
import bot.optout.Bot;
import bot.optout.Incoming;
import java.util.List;

/** The bot's own door. */
record BotDoor(Bot bot) implements TelegramIntake.Door {
  @Override
  public boolean accept(Incoming incoming) {
    return bot.accept(incoming);
  }

  @Override
  public List<Boolean> acceptAll(List<Incoming> several) {
    return bot.acceptAll(several);
  }

  @Override
  public void keep(Address person, String raw) {
    bot.setAside(person, raw);
  }
}
