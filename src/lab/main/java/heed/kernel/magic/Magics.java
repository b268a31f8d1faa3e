package heed.kernel.magic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The magics of one kernel, by the names that a reader types. */
public final class Magics {

  /** Other names of the same, as IJava and IPython know them. */
  private static final Map<String, String> SAME =
      Map.of(
          "%addMavenDependency", "%maven",
          "%addMavenDependencies", "%maven",
          "%addMavenRepo", "%mavenRepo",
          "%classpath", "%jars",
          "%addJars", "%jars",
          "%addClasspath", "%jars",
          "%whos", "%who",
          "%%sh", "%%bash");

  private final Map<String, Magic> byName = new LinkedHashMap<>();

  public Magics() {
    LibraryMagics libraries = new LibraryMagics();
    add("%maven GROUP:ARTIFACT:VERSION ...", "adds libraries and what they need", libraries::maven);
    add("%mavenRepo ID ADDRESS", "looks for libraries there, too", libraries::repository);
    add("%loadFromPOM FILE", "adds the libraries that a POM names", libraries::pom);
    add("%jars FILE ...", "adds jars or folders of classes; *.jar is understood", libraries::jars);
    add("%load FILE", "runs a .jsh, .java or .ipynb file in this kernel", CodeMagics::load);
    add(
        "%time STATEMENTS",
        "runs the rest of the line and says how long it took", CodeMagics::time);
    add("%who", "lists the variables that cells have defined", CodeMagics::who);
    add("%lsmagic", "lists all of these", (arguments, line, cell, bench) -> list());
    add("%%time", "runs the cell and says how long it took", CodeMagics::timeCell);
    add("%%bash", "runs the cell as a script of the system's shell", CodeMagics::script);
  }

  /**
   * Runs a line that is not Java, and of a cell's magic all that is below it.
   *
   * @param cell the whole cell
   * @return what it ends in, if that is an expression
   * @throws MagicFailure if it could not do what it was asked
   */
  public Optional<Object> run(MagicLine line, String cell, Workbench bench) throws Exception {
    return switch (line.kind()) {
      case COMMAND -> CodeMagics.command(line.name(), bench);
      case QUESTION -> CodeMagics.question(line.name(), bench);
      case LINE, CELL -> named(line.said()).action().run(line.arguments(), line, cell, bench);
    };
  }

  /** The names that begin so, percent signs included. */
  public List<String> startingWith(String begun) {
    return byName.keySet().stream().filter(name -> name.startsWith(begun)).toList();
  }

  private void add(String usage, String what, Magic.Action action) {
    Magic magic = new Magic(usage, what, action);
    byName.put(magic.name(), magic);
  }

  private Magic named(String name) throws MagicFailure {
    Magic found = byName.get(SAME.getOrDefault(name, name));
    if (found != null) {
      return found;
    }
    String bare = name.replace("%", "");
    String other = name.startsWith("%%") ? "%" + bare : "%%" + bare;
    if (byName.containsKey(SAME.getOrDefault(other, other))) {
      throw new MagicFailure("there is no " + name + ", but there is " + other);
    }
    throw new MagicFailure("there is no magic " + name + "; %lsmagic lists those that there are");
  }

  private Optional<Object> list() {
    int width = byName.values().stream().mapToInt(magic -> magic.usage().length()).max().orElse(1);
    String all =
        byName.values().stream()
            .map(magic -> row(width, magic.usage(), magic.what()))
            .collect(Collectors.joining("\n"));
    CodeMagics.OUT.get().println(all);
    CodeMagics.OUT.get().println(row(width, "!COMMAND", "runs a command of the system"));
    CodeMagics.OUT.get().println(row(width, "?NAME", "shows what a name is; NAME? does, too"));
    return Optional.empty();
  }

  private static String row(int width, String usage, String what) {
    return String.format(Locale.ROOT, "%-" + width + "s  %s", usage, what);
  }
}
