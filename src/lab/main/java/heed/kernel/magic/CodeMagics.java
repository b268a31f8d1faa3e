package heed.kernel.magic;

import heed.kernel.lookup.NotebookCells;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Magics that run something, and those that tell what is there. */
final class CodeMagics {

  /** Where cells print to; what it is changes when a kernel starts. */
  @SuppressWarnings("SystemOut") // what a magic says is the output of its cell
  static final Supplier<PrintStream> OUT = () -> System.out;

  private CodeMagics() {}

  static Optional<Object> load(String arguments, MagicLine line, String cell, Workbench bench)
      throws Exception {
    Path file =
        LibraryMagics.existing(
            String.join(" ", LibraryMagics.words(arguments, "%load script.jsh")));
    String code =
        file.toString().endsWith(".ipynb")
            ? String.join("\n", NotebookCells.read(file))
            : Files.readString(file);
    return bench.load(file.getFileName().toString(), code);
  }

  static Optional<Object> time(String arguments, MagicLine line, String cell, Workbench bench)
      throws Exception {
    LibraryMagics.words(arguments, "%time var model = train();");
    return timed(bench, line.argumentsAt(), line.argumentsAt() + arguments.length());
  }

  static Optional<Object> timeCell(String arguments, MagicLine line, String cell, Workbench bench)
      throws Exception {
    return timed(bench, arguments.isEmpty() ? line.end() : line.argumentsAt(), cell.length());
  }

  private static Optional<Object> timed(Workbench bench, int from, int to) throws Exception {
    long start = System.nanoTime();
    try {
      return bench.run(from, to);
    } finally {
      double seconds = (System.nanoTime() - start) / 1e9;
      OUT.get()
          .println(
              seconds < 1
                  ? String.format(Locale.ROOT, "took %.0f ms", 1000 * seconds)
                  : String.format(Locale.ROOT, "took %.2f s", seconds));
    }
  }

  static Optional<Object> who(String arguments, MagicLine line, String cell, Workbench bench) {
    var all = bench.variables();
    if (all.isEmpty()) {
      OUT.get().println("no cell has defined a variable yet");
      return Optional.empty();
    }
    return Optional.of(all);
  }

  static Optional<Object> script(String arguments, MagicLine line, String cell, Workbench bench)
      throws Exception {
    return command(cell.substring(line.end()), bench);
  }

  static Optional<Object> command(String command, Workbench bench) throws Exception {
    bench.stoppable(
        () -> {
          ShellCommand.run(command, OUT.get());
          return null;
        });
    return Optional.empty();
  }

  static Optional<Object> question(String name, Workbench bench) throws MagicFailure {
    String told =
        bench
            .documentation(name)
            .orElseThrow(
                () -> new MagicFailure("nothing is known by the name " + name + "; run its cell?"));
    OUT.get().println(told);
    return Optional.empty();
  }
}
