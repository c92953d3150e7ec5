package bot.optout.cases;

import bot.optout.letter.LetterKind;
import java.time.LocalDate;

/** A letter that the person has and of which they have not said that they sent it. */
public record Pending(LetterKind letter, LocalDate since) {}
