package heed.kernel.lookup;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The documentation of this library's classes, read from their sources.
 *
 * <p>JShell itself looks into the JDK's sources only, and in those only where they are installed.
 */
public final class Javadocs {
  private final Map<String, Path> files = new HashMap<>();

  /**
   * Finds the sources of all modules below a folder; where there is none, nothing is documented.
   */
  Javadocs(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> modules = Files.list(folder)) {
      modules
          .map(module -> module.resolve("main/java"))
          .filter(Files::isDirectory)
          .forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for sources in " + folder, e);
    }
  }

  private void add(Path sources) {
    try (Stream<Path> all = Files.walk(sources)) {
      all.filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> files.put(withoutEnding(file), file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for sources in " + sources, e);
    }
  }

  /** The sources of the checkout that the launcher names in HEED_HOME. */
  public static Javadocs ofCheckout() {
    String home = Optional.ofNullable(System.getenv("HEED_HOME")).orElse(".");
    return new Javadocs(Path.of(home, "src"));
  }

  /** The comment of what a signature of JShell's names, without its markup. */
  public Optional<String> of(String signature) {
    Signature wanted = Signature.parse(signature);
    return Optional.ofNullable(files.get(wanted.type())).flatMap(file -> comment(file, wanted));
  }

  private static Optional<String> comment(Path file, Signature wanted) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjects(file));
      DocTrees trees = DocTrees.instance(task);
      DocFinder finder = new DocFinder(trees, wanted);
      for (CompilationUnitTree unit : task.parse()) {
        finder.scan(unit, null);
      }
      return finder.found().map(Javadocs::plain);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** A comment as one reads it: no tags, no links, a paragraph a block. */
  public static String plain(String comment) {
    return comment
        .replaceAll("\\{@(?:code|literal|value)\\s+([^}]*)}", "$1")
        .replaceAll("\\{@link(?:plain)?\\s+[^\\s}]+\\s+([^}]+)}", "$1")
        .replaceAll("\\{@link(?:plain)?\\s+#?([^}]+)}", "$1")
        .replaceAll("<[^>]+>", "")
        .replaceAll("(?m)^ ", "")
        .replaceAll("(?m)^[ \t]*@param\\s+(\\S+)", "  $1:")
        .replaceAll("(?m)^[ \t]*@return\\s+", "  returns ")
        .strip();
  }

  private static String withoutEnding(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ".java".length());
  }
}
