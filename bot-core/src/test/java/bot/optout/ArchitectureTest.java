package bot.optout;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

/** The borders between the rooms. */
@AnalyzeClasses(
    packages = "bot.optout",
    importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
final class ArchitectureTest {
  private static final String[] PURE = {
    "bot.optout.message..",
    "bot.optout.knowledge..",
    "bot.optout.letter..",
    "bot.optout.cases..",
    "bot.optout.conversation.."
  };

  @ArchTest
  static final ArchRule pure_rooms_know_only_values_and_each_other =
      classes()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "bot.optout.message..",
              "bot.optout.knowledge..",
              "bot.optout.letter..",
              "bot.optout.cases..",
              "bot.optout.conversation..",
              "java.lang..",
              "java.util..",
              "java.time..",
              "java.text..",
              "java.nio.charset..",
              "java.security..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule conversation_stands_above_letter_and_knowledge =
      noClasses()
          .that()
          .resideInAnyPackage(
              "bot.optout.message..",
              "bot.optout.knowledge..",
              "bot.optout.letter..",
              "bot.optout.cases..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("bot.optout.conversation..");

  @ArchTest
  static final ArchRule only_the_store_sees_jdbc =
      noClasses()
          .that()
          .resideOutsideOfPackage("bot.optout.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "javax.sql..", "org.jdbi..", "com.zaxxer..", "org.flywaydb..");

  @ArchTest
  static final ArchRule only_content_sees_yaml_and_mustache =
      noClasses()
          .that()
          .resideOutsideOfPackage("bot.optout.content..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.fasterxml.jackson.dataformat.yaml..", "org.yaml..", "com.samskivert..");

  @ArchTest
  static final ArchRule only_documents_see_the_file_formats =
      noClasses()
          .that()
          .resideOutsideOfPackage("bot.optout.document..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..", "biweekly..");

  @ArchTest
  static final ArchRule documents_know_only_what_is_said =
      noClasses()
          .that()
          .resideInAPackage("bot.optout.document..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "bot.optout",
              "bot.optout.letter..",
              "bot.optout.knowledge..",
              "bot.optout.conversation..",
              "bot.optout.content..",
              "bot.optout.store..");

  @ArchTest
  static final ArchRule only_embedding_sees_the_model_runtime =
      noClasses()
          .that()
          .resideOutsideOfPackage("bot.optout.embedding..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.langchain4j..", "ai.onnxruntime..", "ai.djl..");

  @ArchTest
  static final ArchRule store_and_delivery_know_rows_but_no_meaning =
      noClasses()
          .that()
          .resideInAnyPackage("bot.optout.store..", "bot.optout.delivery..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "bot.optout",
              "bot.optout.content..",
              "bot.optout.conversation..",
              "bot.optout.cases..");

  @ArchTest
  static final ArchRule only_programs_and_the_terminal_come_in_by_the_door =
      noClasses()
          .that()
          .resideOutsideOfPackages("bot.optout", "bot.optout.program..", "bot.optout.console..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("bot.optout", "bot.optout.program..", "bot.optout.console..");

  @ArchTest
  static final ArchRule rooms_have_no_cycles =
      slices().matching("bot.optout.(*)..").should().beFreeOfCycles();

  @ArchTest static final ArchTests house_rules = ArchTests.in(HouseRules.class);
}
