package heed.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileManager.Location;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class ImportsTest {
  private final Set<String> imports =
      Session.imports().stream()
          .map(line -> line.replaceAll("import |;", ""))
          .collect(Collectors.toSet());

  @Test
  void what_plain_jshell_has_a_cell_has_too() {
    assertThat(imports)
        .contains("java.io.*", "java.math.*", "java.net.*", "java.nio.file.*", "java.util.*")
        .contains("java.util.concurrent.*", "java.util.function.*", "java.util.prefs.*")
        .contains("java.util.regex.*", "java.util.stream.*", "java.time.*");
  }

  @Test
  void no_simple_name_means_two_classes() throws IOException {
    Map<String, Set<String>> byName = new TreeMap<>();
    for (String line : imports) {
      if (line.endsWith(".*") && !line.startsWith("static ")) {
        classesOf(line.replace(".*", ""))
            .forEach(
                name ->
                    byName
                        .computeIfAbsent(
                            name.substring(name.lastIndexOf('.') + 1), key -> new TreeSet<>())
                        .add(name));
      }
    }
    assertThat(byName.size()).isGreaterThan(900);
    assertThat(byName.values())
        .filteredOn(names -> names.size() > 1 && names.stream().noneMatch(imports::contains))
        .isEmpty();
  }

  /** The public classes of a package, as the compiler finds them. */
  private static List<String> classesOf(String packageName) throws IOException {
    List<String> classes = new ArrayList<>();
    try (JavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      Location base = files.getLocationForModule(StandardLocation.SYSTEM_MODULES, "java.base");
      for (Location where : List.of(StandardLocation.CLASS_PATH, base)) {
        for (JavaFileObject file : files.list(where, packageName, Set.of(Kind.CLASS), false)) {
          String name = packageName + "." + file.getName().replaceAll(".*/|\\.class\\)?$", "");
          if (!name.contains("$") && isPublic(name)) {
            classes.add(name);
          }
        }
      }
    }
    return classes;
  }

  private static boolean isPublic(String name) {
    try {
      ClassLoader loader = ImportsTest.class.getClassLoader();
      return Modifier.isPublic(Class.forName(name, false, loader).getModifiers());
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
