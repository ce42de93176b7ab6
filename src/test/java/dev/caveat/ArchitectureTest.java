package dev.caveat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which room knows which. */
@AnalyzeClasses(packages = "dev.caveat", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  /** A row of the table of rooms: its name and what it knows. */
  private static final Pattern ROW =
      Pattern.compile("^\\| `(\\w+)`[^|]*\\|[^|]*\\|([^|]*)\\|$", Pattern.MULTILINE);

  /**
   * The table of rooms in ARCHITECTURE.md is the rule: it names every room, a room knows just the
   * rooms that it says, and these stand above it.
   */
  @ArchTest
  static void roomsAreAsTheTableInArchitectureSays(JavaClasses classes) throws IOException {
    SortedMap<String, SortedSet<String>> found = new TreeMap<>();
    for (JavaClass c : classes) {
      SortedSet<String> known = found.computeIfAbsent(room(c), r -> new TreeSet<>());
      for (Dependency d : c.getDirectDependenciesFromSelf()) {
        JavaClass target = d.getTargetClass().getBaseComponentType();
        if (target.getPackageName().startsWith("dev.caveat") && !room(target).equals(room(c))) {
          known.add(room(target));
        }
      }
    }
    SortedMap<String, SortedSet<String>> told = new TreeMap<>();
    Matcher row = ROW.matcher(Files.readString(Path.of("ARCHITECTURE.md")));
    while (row.find()) {
      SortedSet<String> known = new TreeSet<>(List.of(row.group(2).strip().split("\\W+")));
      known.retainAll(found.keySet());
      assertThat(told.keySet()).as("rooms above " + row.group(1)).containsAll(known);
      told.put(row.group(1), known);
    }
    assertThat(told).isEqualTo(found);
  }

  /** The part of a class's package behind {@code dev.caveat}; {@code caveat} for the front door. */
  private static String room(JavaClass c) {
    String[] parts = c.getPackageName().split("\\.");
    return parts[Math.min(2, parts.length - 1)];
  }

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
