package chat.letstalk.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house. */
@AnalyzeClasses(
    packages = "chat.letstalk.notification",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("chat.letstalk.notification.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_protocol_knows_neither_network_nor_business =
      noClasses()
          .that()
          .resideInAPackage("..hub..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.websocket..", "jakarta.servlet..", "..push..");

  @ArchTest
  static final ArchRule the_push_knows_neither_network_nor_broker =
      noClasses()
          .that()
          .resideInAPackage("..push..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.websocket..", "jakarta.servlet..", "org.apache.kafka..");

  @ArchTest
  static final ArchRule consumers_alone_know_channels =
      classes()
          .that()
          .haveSimpleNameEndingWith("Consumer")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages("..connection..", "..negotiate..", "..hub..");

  @ArchTest
  static final ArchRule no_service_depends_on_another =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "chat.letstalk.chatapi..", "chat.letstalk.authentication", "chat.letstalk.email..");
}
