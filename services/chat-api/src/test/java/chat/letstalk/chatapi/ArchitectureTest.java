package chat.letstalk.chatapi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;

/** The rules of the house. */
@AnalyzeClasses(
    packages = "chat.letstalk.chatapi",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("chat.letstalk.chatapi.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule resources_and_consumers_know_use_cases_and_no_store =
      noClasses()
          .that()
          .haveNameMatching(".*(Resource|Consumer)")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(".*(Store|Outbox|Relay|Engine|Client)");

  @ArchTest
  static final ArchRule http_is_for_resources_and_the_rest_package =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Resource")
          .and()
          .resideOutsideOfPackage("..rest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.ws.rs..", "jakarta.servlet..", "chat.letstalk.chatapi.rest..");

  @ArchTest
  static final ArchRule the_business_knows_no_database_and_no_broker =
      noClasses()
          .that()
          .resideOutsideOfPackages("..mysql..", "..mongodb..")
          .and()
          .haveSimpleNameNotEndingWith("Consumer")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.persistence..",
              "org.hibernate..",
              "java.sql..",
              "javax.sql..",
              "com.mysql..",
              "org.flywaydb..",
              "com.mongodb..",
              "org.bson..",
              "org.apache.kafka..",
              "org.eclipse.microprofile.reactive.messaging..");

  @ArchTest
  static final ArchRule mysql_is_reached_through_interfaces_alone = isReachedByItself("..mysql..");

  @ArchTest
  static final ArchRule mongodb_is_reached_through_interfaces_alone =
      isReachedByItself("..mongodb..");

  private static ArchRule isReachedByItself(String engine) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(engine)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(engine);
  }

  @ArchTest
  static final ArchRule stores_are_interfaces_in_the_words_of_the_business =
      classes()
          .that()
          .haveSimpleNameEndingWith("Store")
          .and()
          .resideOutsideOfPackages("..mysql..", "..mongodb..")
          .should()
          .beInterfaces();

  @ArchTest
  static final ArchRule what_a_class_needs_comes_through_its_constructor =
      noFields().should().beAnnotatedWith(Inject.class);

  @ArchTest
  static final ArchRule no_service_depends_on_another =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "chat.letstalk.authentication",
              "chat.letstalk.notification..",
              "chat.letstalk.email..");
}
