package dev.caveat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which room knows which. */
@AnalyzeClasses(packages = "dev.caveat", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule ROOMS_KNOW_ONLY_THOSE_BELOW =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("model")
          .definedBy("dev.caveat.model..")
          .layer("table")
          .definedBy("dev.caveat.table..")
          .layer("ingest")
          .definedBy("dev.caveat.ingest..")
          .layer("segment")
          .definedBy("dev.caveat.segment..")
          .layer("annotate")
          .definedBy("dev.caveat.annotate..")
          .layer("company")
          .definedBy("dev.caveat.company..")
          .layer("words")
          .definedBy("dev.caveat.words..")
          .layer("vectors")
          .definedBy("dev.caveat.vectors..")
          .layer("report")
          .definedBy("dev.caveat.report..")
          .layer("profile")
          .definedBy("dev.caveat.profile..")
          .layer("redline")
          .definedBy("dev.caveat.redline..")
          .layer("compare")
          .definedBy("dev.caveat.compare..")
          .layer("taxonomy")
          .definedBy("dev.caveat.taxonomy..")
          .layer("training")
          .definedBy("dev.caveat.training..")
          .layer("classify")
          .definedBy("dev.caveat.classify..")
          .layer("pipeline")
          .definedBy("dev.caveat.pipeline..")
          .layer("index")
          .definedBy("dev.caveat.index..")
          .layer("search")
          .definedBy("dev.caveat.search..")
          .layer("json")
          .definedBy("dev.caveat.json..")
          .layer("cli")
          .definedBy("dev.caveat.cli..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("json")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("search")
          .mayOnlyBeAccessedByLayers("json", "cli")
          .whereLayer("pipeline")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("index")
          .mayOnlyBeAccessedByLayers("search", "profile", "json", "cli")
          .whereLayer("segment")
          .mayOnlyBeAccessedByLayers("pipeline", "cli")
          .whereLayer("company")
          .mayOnlyBeAccessedByLayers("index", "compare", "profile", "cli")
          .whereLayer("words")
          .mayOnlyBeAccessedByLayers("classify", "compare", "index", "profile")
          .whereLayer("vectors")
          .mayOnlyBeAccessedByLayers("classify")
          .whereLayer("compare")
          .mayOnlyBeAccessedByLayers("redline", "profile", "json", "cli")
          .whereLayer("profile")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("redline")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("redline", "profile", "json", "cli")
          .whereLayer("training")
          .mayOnlyBeAccessedByLayers("annotate", "classify", "segment")
          .whereLayer("taxonomy")
          .mayOnlyBeAccessedByLayers("classify", "index", "search", "redline", "profile", "cli")
          .whereLayer("classify")
          .mayOnlyBeAccessedByLayers("pipeline", "cli")
          .whereLayer("annotate")
          .mayOnlyBeAccessedByLayers("pipeline", "cli")
          .whereLayer("ingest")
          .mayOnlyBeAccessedByLayers("pipeline", "cli");

  @ArchTest
  static final ArchRule NO_CIRCLES =
      slices().matching("dev.caveat.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule LUCENE_STAYS_IN_ITS_ROOMS =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.caveat.index..", "dev.caveat.search..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..");

  @ArchTest
  static final ArchRule JSOUP_STAYS_IN_INGEST =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.caveat.ingest..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jsoup..");

  @ArchTest
  static final ArchRule OPENNLP_STAYS_IN_ITS_ROOMS =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.caveat.annotate..",
              "dev.caveat.classify..",
              "dev.caveat.training..",
              "dev.caveat.words..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("opennlp..");

  @ArchTest
  static final ArchRule JACKSON_WRITES_IN_JSON_AND_READS_LINES =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.caveat.json..")
          .and()
          .doNotHaveFullyQualifiedName("dev.caveat.cli.JsonLines")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule THE_MODEL_KNOWS_THE_JDK_ALONE =
      noClasses()
          .that()
          .resideInAPackage("dev.caveat.model..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("dev.caveat.model..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule ONLY_MAIN_ENDS_THE_PROCESS =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.caveat.cli.Main")
          .should()
          .callMethod(System.class, "exit", int.class);
}
