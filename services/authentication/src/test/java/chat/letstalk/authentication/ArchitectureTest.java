package chat.letstalk.authentication;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house. */
@AnalyzeClasses(
    packages = "chat.letstalk.authentication",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("chat.letstalk.authentication.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule only_the_ways_in_know_grpc_and_http =
      noClasses()
          .that()
          .resideInAnyPackage("..code..", "..key..", "..token..", "..metric..")
          .and()
          .haveSimpleNameNotEndingWith("Endpoint")
          .and()
          .haveSimpleNameNotEndingWith("Resource")
          .and()
          .haveSimpleNameNotEndingWith("Application")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.grpc..", "jakarta.ws.rs..", "chat.letstalk.contracts..");

  @ArchTest
  static final ArchRule the_ways_in_call_use_cases_and_no_store =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Endpoint")
          .or()
          .haveSimpleNameEndingWith("Resource")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Store");

  @ArchTest
  static final ArchRule what_keeps_codes_and_revocations_is_reached_by_its_interface_alone =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Producers")
          .and()
          .doNotHaveSimpleName("MemoryLoginCodeStore")
          .and()
          .doNotHaveSimpleName("RedisLoginCodeStore")
          .and()
          .haveSimpleNameNotStartingWith("RevocationFile")
          .and()
          .haveSimpleNameNotStartingWith("RedisRevocations")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              ".*\\.(MemoryLoginCodeStore|RedisLoginCodeStore|RevocationFile|RedisRevocations)");

  @ArchTest
  static final ArchRule use_cases_know_no_container =
      noClasses()
          .that()
          .resideInAnyPackage("..code..", "..key..", "..token..")
          .and()
          .haveSimpleNameNotEndingWith("Producers")
          .and()
          .haveSimpleNameNotEndingWith("Endpoint")
          .and()
          .haveSimpleNameNotEndingWith("Resource")
          .and()
          .haveSimpleNameNotEndingWith("Application")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..", "org.eclipse.microprofile..");

  @ArchTest
  static final ArchRule no_service_depends_on_another =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "chat.letstalk.chatapi..", "chat.letstalk.notification..", "chat.letstalk.email..");
}
