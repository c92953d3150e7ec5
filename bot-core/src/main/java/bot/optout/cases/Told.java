package bot.optout.cases;

import java.time.LocalDate;

/** That a reminder was said on a day, so that no other chat of the person says it again. */
public record Told(Reminder.Purpose purpose, LocalDate day) {}
