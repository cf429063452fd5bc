package chat.letstalk.imageprocessing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house. */
@AnalyzeClasses(
    packages = "chat.letstalk.imageprocessing",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("chat.letstalk.imageprocessing.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_use_case_knows_neither_storage_nor_lambda_nor_broker =
      noClasses()
          .that()
          .resideInAPackage("..imageprocessing.picture..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "software.amazon..",
              "chat.letstalk.lambda..",
              "io.grpc..",
              "chat.letstalk.filestorage..",
              "..imageprocessing.lambda..",
              "..imageprocessing.storage..",
              "org.apache.kafka..");

  @ArchTest
  static final ArchRule storage_and_lambda_are_reached_through_their_interfaces =
      classes()
          .that()
          .resideInAnyPackage("..imageprocessing.storage..", "..imageprocessing.lambda..")
          .should()
          .onlyHaveDependentClassesThat()
          .resideInAnyPackage(
              "..imageprocessing.storage..",
              "..imageprocessing.lambda..",
              "..imageprocessing.assembly..");

  @ArchTest
  static final ArchRule consumers_alone_know_channels =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Consumer")
          .and()
          .resideOutsideOfPackage("..imageprocessing.assembly..")
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
              "chat.letstalk.linkpreview..",
              "chat.letstalk.notification..");
}
