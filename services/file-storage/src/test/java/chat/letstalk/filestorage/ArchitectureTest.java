package chat.letstalk.filestorage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house. */
@AnalyzeClasses(
    packages = "chat.letstalk.filestorage",
    importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class ArchitectureTest {

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("chat.letstalk.filestorage.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule use_cases_know_neither_http_nor_grpc_nor_broker =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..filestorage.upload..",
              "..filestorage.download..",
              "..filestorage.sharing..",
              "..filestorage.preview..",
              "..filestorage.removal..",
              "..filestorage.identity..")
          .and()
          .haveSimpleNameNotEndingWith("Servlet")
          .and()
          .haveSimpleNameNotEndingWith("Consumer")
          .and()
          .doNotHaveSimpleName("Problem")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.servlet..",
              "jakarta.ws.rs..",
              "io.grpc..",
              "com.google.protobuf..",
              "org.apache.kafka..",
              "software.amazon..");

  @ArchTest
  static final ArchRule the_store_is_reached_through_its_interface =
      noClasses()
          .that()
          .resideOutsideOfPackage("..filestorage.assembly..")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameStartingWith("LocalImageStore")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleNameStartingWith("S3");

  @ArchTest
  static final ArchRule consumers_alone_know_channels =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Consumer")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.microprofile.reactive..", "chat.letstalk.delivery..");

  @ArchTest
  static final ArchRule assembly_is_nobodys_need =
      classes()
          .that()
          .resideInAPackage("..filestorage.assembly..")
          .should()
          .onlyHaveDependentClassesThat()
          .resideInAPackage("..filestorage.assembly..");

  @ArchTest
  static final ArchRule no_service_depends_on_another =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "chat.letstalk.chatapi..",
              "chat.letstalk.imageprocessing..",
              "chat.letstalk.notification..");
}
