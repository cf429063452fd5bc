package chat.letstalk.page;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house. */
@AnalyzeClasses(
    packages = "chat.letstalk.page",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("chat.letstalk.page.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule it_runs_without_a_container =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..", "org.eclipse..", "chat.letstalk.delivery..");

  @ArchTest
  static final ArchRule only_fetching_knows_the_client =
      noClasses()
          .that()
          .resideOutsideOfPackages("..page.fetch..", "..page.address..", "..page.preview..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.hc..");

  @ArchTest
  static final ArchRule only_reading_knows_the_parser =
      noClasses()
          .that()
          .resideOutsideOfPackage("..page.html..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jsoup..");
}
