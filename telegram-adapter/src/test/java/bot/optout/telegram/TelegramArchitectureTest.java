package bot.optout.telegram;

import bot.optout.HouseRules;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** The rules of the house hold at its rim, too. */
@AnalyzeClasses(
    packages = "bot.optout.telegram",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class TelegramArchitectureTest {
  @ArchTest static final ArchTests house_rules = ArchTests.in(HouseRules.class);
}
