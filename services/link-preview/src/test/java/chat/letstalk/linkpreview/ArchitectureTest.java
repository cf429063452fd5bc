package chat.letstalk.linkpreview;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house. */
@AnalyzeClasses(
    packages = "chat.letstalk.linkpreview",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("chat.letstalk.linkpreview.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_use_case_knows_neither_fetching_nor_lambda_nor_broker =
      noClasses()
          .that()
          .resideInAPackage("..linkpreview.link..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "software.amazon..",
              "chat.letstalk.lambda..",
              "chat.letstalk.page.fetch..",
              "chat.letstalk.page.html..",
              "..linkpreview.lambda..",
              "org.apache.kafka..");

  @ArchTest
  static final ArchRule lambda_is_reached_through_its_interface =
      classes()
          .that()
          .resideInAPackage("..linkpreview.lambda..")
          .should()
          .onlyHaveDependentClassesThat()
          .resideInAnyPackage("..linkpreview.lambda..", "..linkpreview.assembly..");

  @ArchTest
  static final ArchRule consumers_alone_know_channels =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Consumer")
          .and()
          .resideOutsideOfPackage("..linkpreview.assembly..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.microprofile.reactive..", "chat.letstalk.delivery..");

  @ArchTest
  static final ArchRule no_service_depends_on_another =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "chat.letstalk.chatapi..",
              "chat.letstalk.authentication..",
              "chat.letstalk.email..",
              "chat.letstalk.filestorage..",
              "chat.letstalk.imageprocessing..",
              "chat.letstalk.notification..");
}
