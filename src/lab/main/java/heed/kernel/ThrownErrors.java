package heed.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import jdk.jshell.UnresolvedReferenceException;

/**
 * What a statement threw: each exception with its message, the reader's own lines first, then where
 * in the library it began, then what caused it.
 */
final class ThrownErrors {
  private static final int LIBRARY_FRAMES = 3;
  private static final int CAUSES = 10;

  private final SourcePositions places;
  private final List<String> lines = new ArrayList<>();
  private final Set<String> told = new HashSet<>();

  private ThrownErrors(SourcePositions places) {
    this.places = places;
  }

  /**
   * The failure of a statement that threw.
   *
   * @param thrown as JShell tells it, its frames named by snippet
   * @param raw as it was thrown, its frames numbered by compiled line
   */
  static CellFailure of(JShellException thrown, Optional<Throwable> raw, CellShell shell) {
    ThrownErrors errors = new ThrownErrors(shell.places());
    if (thrown instanceof UnresolvedReferenceException unresolved) {
      return errors.unresolved(unresolved, shell);
    }
    EvalException exception = (EvalException) thrown;
    errors.tell("", exception, raw);
    List<String> lines = errors.lines.stream().flatMap(String::lines).toList();
    return new CellFailure(name(exception), message(exception), lines);
  }

  /** A method or class of which a part did not compile, because something is missing in it. */
  private CellFailure unresolved(UnresolvedReferenceException thrown, CellShell shell) {
    DeclarationSnippet used = thrown.getSnippet();
    List<String> missing = shell.shell().unresolvedDependencies(used).toList();
    String sentence =
        missing.isEmpty()
            ? used.name() + " no longer fits what cells have defined since; run its cell again"
            : used.name() + " uses what no cell has defined yet: " + String.join(", ", missing);
    lines.add(Ansi.red("UnresolvedReference") + ": " + sentence);
    frames(thrown.getStackTrace(), new StackTraceElement[0]);
    places
        .of(used.id())
        .ifPresent(
            place ->
                missing.stream()
                    .flatMap(symbol -> shell.hints().on(symbol, place.cell()).stream())
                    .forEach(hint -> lines.add("    " + hint)));
    List<String> told = lines.stream().flatMap(String::lines).toList();
    return new CellFailure("UnresolvedReference", sentence, told);
  }

  private void tell(String lead, EvalException first, Optional<Throwable> firstRaw) {
    EvalException exception = first;
    Optional<Throwable> raw = firstRaw;
    String opening = lead;
    for (int depth = 0; depth < CAUSES && exception != null; depth++) {
      String message = message(exception);
      String colon = message.isEmpty() ? "" : ": ";
      lines.add(opening + Ansi.red(name(exception)) + colon + message);
      frames(
          exception.getStackTrace(),
          raw.map(Throwable::getStackTrace).orElse(new StackTraceElement[0]));
      exception = exception.getCause() instanceof EvalException cause ? cause : null;
      raw = raw.map(Throwable::getCause);
      opening = Ansi.bold("caused by") + " ";
    }
  }

  private void frames(StackTraceElement[] frames, StackTraceElement[] raw) {
    List<String> own = new ArrayList<>();
    List<String> library = new ArrayList<>();
    for (int i = 0; i < frames.length; i++) {
      String file = String.valueOf(frames[i].getFileName());
      if (file.startsWith("#")) {
        int line = i < raw.length ? raw[i].getLineNumber() : -1;
        own.addAll(own(file.substring(1), frames[i].getMethodName(), line));
      } else if (own.isEmpty() && !isKernel(frames[i])) {
        library.add(library(frames[i]));
      }
    }
    lines.addAll(own.stream().filter(told::add).toList());
    library.stream().limit(LIBRARY_FRAMES).forEach(frame -> lines.add("    at " + frame));
    int more = library.size() - LIBRARY_FRAMES;
    if (more > 0) {
      lines.add(String.format(Locale.ROOT, "    and %d more in the libraries", more));
    }
  }

  private List<String> own(String snippetId, String method, int compiledLine) {
    Optional<SourcePositions.Place> found = places.of(snippetId);
    if (found.isEmpty()) {
      return List.of();
    }
    Cell cell = found.get().cell();
    int line =
        compiledLine > 0
            ? places.line(found.get(), compiledLine)
            : cell.lineAt(found.get().position());
    String in = method.isEmpty() || method.contains("$") ? "" : " (" + method + ")";
    return List.of(
        String.format(
            Locale.ROOT,
            "  %s%s:\n      %s",
            Ansi.bold(places.name(cell, line)),
            in,
            cell.line(line).strip()));
  }

  private static String library(StackTraceElement frame) {
    return String.format(
        Locale.ROOT,
        "%s.%s (%s:%d)",
        Names.simple(frame.getClassName()),
        frame.getMethodName(),
        frame.getFileName(),
        frame.getLineNumber());
  }

  private static boolean isKernel(StackTraceElement frame) {
    String name = frame.getClassName();
    return name.startsWith("jdk.internal.reflect.")
        || name.startsWith("java.lang.reflect.")
        || name.startsWith("jdk.jshell.")
        || name.equals(StatementThread.class.getName())
        || name.equals(SystemExit.class.getName())
        || name.equals("java.lang.Thread");
  }

  private static String name(EvalException exception) {
    return Names.simple(exception.getExceptionClassName());
  }

  private static String message(EvalException exception) {
    String message = exception.getMessage();
    return message == null ? "" : Names.withoutShell(message);
  }
}
