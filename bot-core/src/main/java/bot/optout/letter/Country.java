package bot.optout.letter;

/**
 * Where a person lives.
 *
 * @param code ISO 3166-1 alpha-2, or {@code US-CA} where a part has its own law
 * @param name in the language of the script
 * @param jurisdiction code of the jurisdiction it belongs to
 */
public record Country(String code, String name, String jurisdiction) {}
