package heed.evaluation.significance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in plain text: names at the left, figures at the right, as wide as they are. */
public final class TextTable {

  private final List<List<String>> lines = new ArrayList<>();

  /** With these heads; the first stands over the names. */
  public TextTable(List<String> columns) {
    lines.add(headed("", columns));
  }

  public void row(String name, List<String> figures) {
    lines.add(headed(name, figures));
  }

  private static List<String> headed(String name, List<String> figures) {
    List<String> line = new ArrayList<>(List.of(name));
    line.addAll(figures);
    return line;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      text.append(line == lines.get(0) ? "" : "\n");
      for (int column = 0; column < line.size(); column++) {
        int width = width(column);
        String format = column == 0 ? "%-" + Math.max(1, width) + "s" : "  %" + width + "s";
        text.append(String.format(Locale.ROOT, format, line.get(column)));
      }
    }
    return text.toString();
  }

  private int width(int column) {
    return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(1);
  }
}
