package heed;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The data flows one way: a package imports only packages that stand above it in this list. */
class PackageOrderTest {

  private static final List<String> ORDER =
      List.of(
          "file",
          "search",
          "interactions",
          "planted",
          "datasets",
          "sequence",
          "features",
          "clicks",
          "recommend",
          "baseline",
          "batch",
          "attention",
          "model",
          "training",
          "evaluation",
          "explain",
          "figure",
          "chart",
          "serving",
          "experiment",
          "notebook",
          "kernel");

  /** Libraries that belong to some rooms only, by the start of their package. */
  private static final Map<String, Set<String>> ROOMS =
      Map.of(
          "ai.djl",
              Set.of("batch", "attention", "model", "training", "explain", "serving", "experiment"),
          "org.apache.commons.statistics", Set.of("features"),
          "org.apache.lucene", Set.of("features", "serving"),
          "org.duckdb", Set.of("interactions"),
          "org.ejml", Set.of("baseline", "explain"),
          "org.tribuo", Set.of("interactions", "baseline", "experiment"),
          "tech.tablesaw.plotly", Set.of("chart", "experiment", "notebook"),
          "io.github.spencerpark", Set.of("kernel"),
          "org.dflib.jjava", Set.of("kernel"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("heed");

  @Test
  void no_package_imports_one_that_comes_later() {
    Set<String> steps = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
        if (to.startsWith("heed.") && place(to) > place(from.getPackageName())) {
          steps.add(from.getFullName() + " -> " + dependency.getTargetClass().getFullName());
        }
      }
    }
    assertThat(steps).as("steps backwards in the way of the data").isEmpty();
  }

  @Test
  void libraries_stay_in_their_rooms() {
    List<String> strays = new ArrayList<>();
    for (JavaClass from : CLASSES) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
        ROOMS.forEach(
            (library, rooms) -> {
              if (to.startsWith(library) && !rooms.contains(room(from.getPackageName()))) {
                strays.add(from.getFullName() + " -> " + to);
              }
            });
      }
    }
    assertThat(strays).as("libraries used outside their rooms").isEmpty();
  }

  @Test
  void the_list_is_complete() {
    CLASSES.forEach(type -> place(type.getPackageName()));
    assertThat(CLASSES).hasSizeGreaterThan(30);
  }

  private static int place(String packageName) {
    int place = ORDER.indexOf(room(packageName));
    assertThat(place).as("place of %s in %s", packageName, ORDER).isNotNegative();
    return place;
  }

  private static String room(String packageName) {
    return packageName.substring("heed.".length()).split("\\.", -1)[0];
  }
}
