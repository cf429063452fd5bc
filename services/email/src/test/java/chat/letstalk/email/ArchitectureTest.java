package chat.letstalk.email;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house. */
@AnalyzeClasses(
    packages = "chat.letstalk.email",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("chat.letstalk.email.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_use_case_knows_neither_smtp_nor_broker =
      noClasses()
          .that()
          .resideInAPackage("..email.mail..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.mail..", "org.eclipse.angus..", "..email.smtp..", "org.apache.kafka..");

  @ArchTest
  static final ArchRule smtp_is_reached_through_its_interface =
      classes()
          .that()
          .resideInAPackage("..email.smtp..")
          .should()
          .onlyHaveDependentClassesThat()
          .resideInAnyPackage("..email.smtp..", "..email.assembly..");

  @ArchTest
  static final ArchRule consumers_alone_know_channels =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Consumer")
          .and()
          .resideOutsideOfPackage("..email.assembly..")
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
              "chat.letstalk.notification..");
}
