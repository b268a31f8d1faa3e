package heed.kernel.magic;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Magics that bring libraries; each says what it added. */
final class LibraryMagics {
  private static final Pattern JAR = Pattern.compile("(.+?)-\\d[^/]*\\.jar");

  private final Maven maven = new Maven();

  Optional<Object> maven(String arguments, MagicLine line, String cell, Workbench bench)
      throws Exception {
    List<String> coordinates = words(arguments, "%maven group:artifact:version");
    addAfter(bench, () -> maven.resolve(coordinates));
    return Optional.empty();
  }

  Optional<Object> repository(String arguments, MagicLine line, String cell, Workbench bench)
      throws MagicFailure {
    List<String> words = words(arguments, "%mavenRepo name https://address");
    if (words.size() != 2) {
      throw new MagicFailure("expected a name and an address, found " + arguments);
    }
    maven.addRepository(words.get(0), words.get(1));
    return Optional.empty();
  }

  Optional<Object> pom(String arguments, MagicLine line, String cell, Workbench bench)
      throws Exception {
    Path pom = existing(String.join(" ", words(arguments, "%loadFromPOM pom.xml")));
    addAfter(bench, () -> maven.ofPom(pom));
    return Optional.empty();
  }

  Optional<Object> jars(String arguments, MagicLine line, String cell, Workbench bench)
      throws Exception {
    List<Path> found = new ArrayList<>();
    for (String word : words(arguments, "%jars libraries/*.jar")) {
      found.addAll(matching(word));
    }
    add(found, bench);
    return Optional.empty();
  }

  private static void addAfter(Workbench bench, Callable<List<Path>> search) throws Exception {
    List<Path> found = new ArrayList<>();
    bench.stoppable(
        () -> {
          found.addAll(search.call());
          return null;
        });
    add(found, bench);
  }

  /**
   * Adds what is not here already: this kernel's own jars come first for every class, so that
   * another version of one of them would change nothing.
   */
  private static void add(List<Path> jars, Workbench bench) {
    Map<String, String> here = jarsHere();
    List<Path> added = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    for (Path jar : jars) {
      String name = jar.getFileName().toString();
      String own = here.get(artifact(name));
      if (own == null) {
        added.add(jar);
      } else {
        kept.add(own.equals(name) ? name : own + " (instead of " + name + ")");
      }
    }
    bench.addJars(added);
    if (!added.isEmpty()) {
      CodeMagics.OUT.get().println("added " + names(added));
    }
    if (!kept.isEmpty()) {
      CodeMagics.OUT.get().println("already here: " + String.join(", ", kept));
    }
  }

  private static String names(List<Path> jars) {
    return jars.stream().map(jar -> jar.getFileName().toString()).collect(Collectors.joining(", "));
  }

  private static Map<String, String> jarsHere() {
    Map<String, String> here = new HashMap<>();
    String classPath = System.getProperty("java.class.path", "");
    Stream.of(classPath.split(File.pathSeparator, -1))
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .filter(name -> name.endsWith(".jar"))
        .forEach(name -> here.put(artifact(name), name));
    return here;
  }

  /** A jar's name without its version. */
  private static String artifact(String jar) {
    Matcher versioned = JAR.matcher(jar);
    return versioned.matches() ? versioned.group(1) : jar;
  }

  private static List<Path> matching(String word) throws MagicFailure, IOException {
    int star = word.indexOf('*');
    if (star < 0) {
      return List.of(existing(word));
    }
    Path folder = Path.of(word.substring(0, word.lastIndexOf('/', star) + 1));
    String pattern = word.substring(word.lastIndexOf('/', star) + 1);
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder.toAbsolutePath())) {
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(folder.toAbsolutePath(), pattern)) {
        files.forEach(found::add);
      }
    }
    if (found.isEmpty()) {
      throw new MagicFailure("no file is called " + word + " in " + folder.toAbsolutePath());
    }
    return found.stream().sorted().toList();
  }

  static Path existing(String file) throws MagicFailure {
    Path path = Path.of(file).toAbsolutePath();
    if (!Files.exists(path)) {
      throw new MagicFailure("there is no file " + file + " in " + Path.of("").toAbsolutePath());
    }
    return path;
  }

  static List<String> words(String arguments, String example) throws MagicFailure {
    if (arguments.isBlank()) {
      throw new MagicFailure("something has to stand behind it: " + example);
    }
    return List.of(arguments.strip().split("\\s+"));
  }
}
