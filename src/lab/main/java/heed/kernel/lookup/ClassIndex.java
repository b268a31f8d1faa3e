package heed.kernel.lookup;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.slf4j.LoggerFactory;

/**
 * The public top-level classes of the JDK's {@code java} and {@code javax} packages and of the
 * class path, by their simple names. It is made when it is first asked, in less than a second. Safe
 * for use by several threads.
 */
public final class ClassIndex {
  private static final String ENDING = ".class";

  private static final Comparator<String> LIKELIEST =
      Comparator.comparingInt(ClassIndex::distance)
          .thenComparingInt(String::length)
          .thenComparing(Comparator.naturalOrder());

  private final List<Path> classPath;
  private final NavigableMap<String, TreeSet<String>> bySimpleName = new TreeMap<>();
  private boolean made;

  ClassIndex(List<Path> classPath) {
    this.classPath = List.copyOf(classPath);
  }

  /** The classes that this JVM was started with. */
  public static ClassIndex ofThisJvm() {
    String classPath = System.getProperty("java.class.path", "");
    return new ClassIndex(
        Stream.of(classPath.split(File.pathSeparator, -1)).map(Path::of).toList());
  }

  /** The full names of the classes with a simple name, the likeliest first. */
  public synchronized List<String> named(String simpleName) {
    make();
    return bySimpleName.getOrDefault(simpleName, new TreeSet<>()).stream()
        .filter(ClassIndex::isPublic)
        .sorted(LIKELIEST)
        .toList();
  }

  /** The full names of the classes whose simple names begin so, the likeliest first. */
  public synchronized List<String> startingWith(String prefix, int most) {
    make();
    return bySimpleName.subMap(prefix, prefix + Character.MAX_VALUE).values().stream()
        .flatMap(TreeSet::stream)
        .sorted(LIKELIEST)
        .filter(ClassIndex::isPublic)
        .limit(most)
        .toList();
  }

  /** Adds the classes of a jar or a folder that came later. */
  public synchronized void add(Path jar) {
    make();
    read(jar);
  }

  private void make() {
    if (!made) {
      made = true;
      readJdk();
      classPath.forEach(this::read);
    }
  }

  private void readJdk() {
    Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
    try (Stream<Path> all = Files.list(modules)) {
      for (Path module : all.filter(ClassIndex::isJava).toList()) {
        readFolder(module);
      }
    } catch (IOException e) {
      unreadable(modules, e);
    }
  }

  private static boolean isJava(Path module) {
    return module.getFileName().toString().startsWith("java.");
  }

  private void read(Path part) {
    if (Files.isDirectory(part)) {
      readFolder(part);
    } else if (Files.isRegularFile(part)) {
      readJar(part);
    }
  }

  private void readFolder(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.forEach(file -> note(folder.relativize(file).toString().replace('\\', '/')));
    } catch (IOException e) {
      unreadable(folder, e);
    }
  }

  private void readJar(Path jar) {
    try (ZipFile open = new ZipFile(jar.toFile())) {
      open.stream().forEach(entry -> note(entry.getName()));
    } catch (IOException e) {
      unreadable(jar, e);
    }
  }

  private static void unreadable(Path part, IOException why) {
    LoggerFactory.getLogger(ClassIndex.class).debug("no classes of {}", part, why);
  }

  private void note(String file) {
    if (!file.endsWith(ENDING) || file.indexOf('$') >= 0 || file.indexOf('-') >= 0) {
      return; // A class in another one, or what describes a package or a module.
    }
    String name = file.substring(0, file.length() - ENDING.length()).replace('/', '.');
    int dot = name.lastIndexOf('.');
    if (dot > 0 && !name.startsWith("sun.") && !name.startsWith("jdk.internal.")) {
      bySimpleName.computeIfAbsent(name.substring(dot + 1), key -> new TreeSet<>()).add(name);
    }
  }

  private static boolean isPublic(String name) {
    try {
      Class<?> found = Class.forName(name, false, ClassIndex.class.getClassLoader());
      Module module = found.getModule();
      return Modifier.isPublic(found.getModifiers()) && module.isExported(found.getPackageName());
    } catch (ClassNotFoundException | LinkageError e) {
      return !name.startsWith("java"); // Of a jar that only the cells' own loader knows.
    }
  }

  private static int distance(String name) {
    List<String> near =
        List.of("java.util.", "java.time.", "java.nio.", "java.", "heed.", "javax.", "ai.djl.");
    for (int i = 0; i < near.size(); i++) {
      if (name.startsWith(near.get(i))) {
        return i;
      }
    }
    return near.size();
  }
}
