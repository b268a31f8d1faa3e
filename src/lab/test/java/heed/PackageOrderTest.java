package heed;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dependencies point to the core: a package imports only packages that stand above it here. */
class PackageOrderTest {

  private static final List<String> CORE =
      List.of(
          "file",
          "log",
          "sequence",
          "compact",
          "features",
          "clicks",
          "recommend",
          "recommend.rule",
          "search",
          "bundle",
          "baseline",
          "evaluation.significance",
          "evaluation",
          "evaluation.replay",
          "evaluation.checkup",
          "evaluation.clicks");

  private static final List<String> DATA =
      List.of(
          "reading.time",
          "reading.column",
          "reading.source",
          "reading",
          "preparation",
          "compact.preparation",
          "report",
          "features.fitting",
          "clicks.preparation",
          "planted",
          "datasets",
          "tribuo");

  private static final List<String> NEURAL =
      List.of(
          "script",
          "batch",
          "layer",
          "attention.scoring",
          "attention.weighting",
          "attention",
          "retrieval",
          "model",
          "model.sequential",
          "model.interest",
          "model.click",
          "bundle.onnx",
          "bundle.network",
          "training.optimizer",
          "training.objective",
          "training.checkpoint",
          "training",
          "recipe",
          "explain",
          "explain.trust");

  private static final List<String> SERVE =
      List.of("serve", "serve.batch", "serve.live", "serve.http");

  private static final List<String> LAB =
      List.of(
          "tuning",
          "experiment",
          "figure",
          "chart",
          "notebook",
          "decision",
          "kernel.lookup",
          "kernel.magic",
          "kernel");

  private static final List<String> ORDER =
      Stream.of(CORE, DATA, NEURAL, SERVE, LAB).flatMap(List::stream).toList();

  /** Libraries that belong to some packages only, by the start of their own. */
  private static final Map<String, Set<String>> ROOMS =
      Map.of(
          "ai.djl",
              Set.of(
                  "script",
                  "batch",
                  "layer",
                  "attention",
                  "retrieval",
                  "model",
                  "bundle",
                  "training",
                  "explain",
                  "experiment"),
          "com.google.gson",
              Set.of(
                  "file",
                  "features",
                  "reading",
                  "datasets",
                  "figure",
                  "chart",
                  "experiment",
                  "notebook",
                  "serve",
                  "training",
                  "kernel"),
          "org.apache.commons.statistics", Set.of("features"),
          "org.apache.lucene", Set.of("features"),
          "org.duckdb", Set.of("reading", "compact"),
          "org.ejml", Set.of("baseline", "explain"),
          "org.tribuo", Set.of("tribuo", "experiment"),
          "tech.tablesaw.plotly", Set.of("figure", "chart", "notebook"),
          "io.github.spencerpark", Set.of("kernel"),
          "org.dflib.jjava", Set.of("kernel"));

  /** A package with more files than this holds more than one idea. */
  private static final int MOST_FILES = 40;

  private static final JavaClasses CLASSES = HeedClasses.withoutTests();

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
    assertThat(steps).as("steps backwards").isEmpty();
  }

  @Test
  void data_and_networks_do_not_know_each_other() {
    Set<String> steps = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
        if (NEURAL.contains(room(from.getPackageName()))
            && to.startsWith("heed.")
            && DATA.contains(room(to))) {
          steps.add(from.getFullName() + " -> " + dependency.getTargetClass().getFullName());
        }
      }
    }
    assertThat(steps).as("networks that use how data are read").isEmpty();
  }

  @Test
  void libraries_stay_in_their_rooms() {
    List<String> strays = new ArrayList<>();
    for (JavaClass from : CLASSES) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
        ROOMS.forEach(
            (library, rooms) -> {
              if (to.startsWith(library) && !rooms.contains(wing(from.getPackageName()))) {
                strays.add(from.getFullName() + " -> " + to);
              }
            });
      }
    }
    assertThat(strays).as("libraries used outside their rooms").isEmpty();
  }

  /** Both are optional: who answers in process has neither on the class path. */
  @Test
  void only_the_http_side_of_a_service_needs_a_server_and_a_registry() {
    Set<String> strays = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
        boolean optional = to.startsWith("org.eclipse.jetty") || to.startsWith("io.micrometer");
        if (optional && !from.getPackageName().equals("heed.serve.http")) {
          strays.add(from.getFullName() + " -> " + to);
        }
      }
    }
    assertThat(strays).as("what is optional, used elsewhere").isEmpty();
  }

  @Test
  void no_package_holds_more_than_forty_files() {
    Map<String, Integer> files = new TreeMap<>();
    CLASSES.stream()
        .filter(JavaClass::isTopLevelClass)
        .forEach(type -> files.merge(type.getPackageName(), 1, Integer::sum));
    files.values().removeIf(count -> count <= MOST_FILES);
    assertThat(files).as("packages of more than %d files", MOST_FILES).isEmpty();
  }

  @Test
  void the_list_is_complete() {
    CLASSES.forEach(type -> place(type.getPackageName()));
    assertThat(CLASSES).hasSizeGreaterThan(500);
  }

  private static int place(String packageName) {
    int place = ORDER.indexOf(room(packageName));
    assertThat(place).as("place of %s in %s", packageName, ORDER).isNotNegative();
    return place;
  }

  private static String room(String packageName) {
    return packageName.substring("heed.".length());
  }

  /** The first word of a package's name. */
  private static String wing(String packageName) {
    return room(packageName).split("\\.", -1)[0];
  }
}
