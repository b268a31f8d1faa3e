package heed.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jdk.jshell.Diag;
import jdk.jshell.Snippet;

/** What the compiler has against a statement: each time the line, a mark below it, a sentence. */
final class CompileErrors {
  private static final String NAME = "CompileError";

  private CompileErrors() {}

  /** The failure of a statement that does not compile. */
  static CellFailure rejected(Snippet snippet, List<Diag> diagnostics, CellShell shell) {
    SourcePositions places = shell.places();
    SourcePositions.Place place = places.of(snippet.id()).orElseThrow();
    List<String> lines = new ArrayList<>();
    String first = "";
    for (Diag diag : diagnostics.stream().filter(Diag::isError).toList()) {
      int position = place.position() + (int) Math.max(0, diag.getPosition());
      int end = place.position() + (int) Math.max(0, diag.getEndPosition());
      int start = place.position() + (int) Math.max(0, diag.getStartPosition());
      String sentence = sentence(diag);
      first = first.isEmpty() ? sentence : first;
      lines.addAll(marked(place.cell(), sentence, start, position, end, places));
      unknown(sentence)
          .flatMap(symbol -> shell.hints().on(symbol, place.cell()))
          .ifPresent(hint -> lines.add("    " + hint));
    }
    return new CellFailure(NAME, first, lines);
  }

  /** The failure of a declaration that names what no cell has defined. */
  static CellFailure unresolved(Snippet snippet, List<String> missing, CellShell shell) {
    SourcePositions places = shell.places();
    SourcePositions.Place place = places.of(snippet.id()).orElseThrow();
    String sentence = "cannot find " + String.join(", ", missing);
    Cell cell = place.cell();
    String name = missing.isEmpty() ? "" : missing.get(0).replaceAll("^\\w+ |\\(.*", "");
    int found = name.isEmpty() ? -1 : cell.code().indexOf(name, place.position());
    int at = found < 0 ? place.position() : found;
    List<String> lines = new ArrayList<>();
    lines.addAll(marked(cell, sentence, at, at, at + Math.max(1, name.length()), places));
    missing.stream()
        .flatMap(symbol -> shell.hints().on(symbol, cell).stream())
        .forEach(hint -> lines.add("    " + hint));
    return new CellFailure(NAME, sentence, lines);
  }

  /** The failure of a cell that ends inside a statement. */
  static CellFailure incomplete(Cell cell, int position, SourcePositions places) {
    String sentence = "the cell ends before this statement does; is a ), } or \" missing?";
    int line = cell.lineAt(position);
    return new CellFailure(
        NAME,
        sentence,
        List.of(
            Ansi.red(NAME) + " " + places.name(cell, line) + ": " + sentence,
            "    " + cell.line(line)));
  }

  /** The failure of a line that is not Java. */
  static CellFailure magic(Cell cell, int position, String sentence, SourcePositions places) {
    int line = cell.lineAt(position);
    return new CellFailure(
        "MagicError",
        sentence,
        List.of(
            Ansi.red("MagicError") + " " + places.name(cell, line) + ": " + sentence,
            "    " + cell.line(line)));
  }

  private static List<String> marked(
      Cell cell, String sentence, int start, int position, int end, SourcePositions places) {
    int at = start < position && cell.lineAt(start) < cell.lineAt(position) ? position : start;
    int line = cell.lineAt(at);
    String text = cell.line(line);
    int column = cell.columnAt(at);
    int width = Math.max(1, Math.min(end - at, text.length() - column));
    String lead = text.substring(0, Math.min(column, text.length())).replaceAll("[^\t]", " ");
    return List.of(
        Ansi.red(NAME) + " " + places.name(cell, line) + ": " + sentence,
        "    " + text,
        "    " + lead + Ansi.red("^".repeat(width)));
  }

  /** The symbol that a sentence of ours says cannot be found. */
  private static Optional<String> unknown(String sentence) {
    String lead = "cannot find symbol: ";
    return sentence.startsWith(lead)
        ? Optional.of(sentence.substring(lead.length()))
        : Optional.empty();
  }

  private static String sentence(Diag diag) {
    String message = Names.plain(diag.getMessage(Locale.ENGLISH));
    List<String> lines = message.lines().map(String::strip).toList();
    Optional<String> symbol = lines.stream().filter(line -> line.startsWith("symbol:")).findFirst();
    if (symbol.isPresent()) {
      return lines.get(0) + ": " + symbol.get().substring("symbol:".length()).strip();
    }
    return String.join(" ", lines.stream().filter(line -> !line.startsWith("location:")).toList());
  }
}
