package bot.optout.knowledge;

import java.util.Optional;

/**
 * Where a fact was read.
 *
 * @param date as the source states it: a day, a month or a year; empty if it states none
 * @param url empty if no address is known; then no link is shown
 */
public record Source(
    String key, String title, String publisher, Optional<String> date, Optional<String> url) {}
