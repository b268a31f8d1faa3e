package heed.notebook;

import java.util.ArrayList;
import java.util.List;

/** A grid in plain text: columns two spaces apart, numbers at the right. */
final class GridText {
  private static final int WIDEST = 60;

  private GridText() {}

  static String of(Grid grid, String caption) {
    List<List<String>> lines = new ArrayList<>();
    if (!grid.columns().isEmpty()) {
      lines.add(grid.columns());
    }
    lines.addAll(grid.rowsWithGap());
    int[] widths = widths(lines, grid.numeric().size());
    StringBuilder text = new StringBuilder(caption);
    for (int i = 0; i < lines.size(); i++) {
      if (text.length() > 0) {
        text.append('\n');
      }
      text.append(line(lines.get(i), widths, grid.numeric()));
      if (i == 0 && !grid.columns().isEmpty()) {
        text.append('\n').append(rule(widths));
      }
    }
    return text.toString();
  }

  private static int[] widths(List<List<String>> lines, int columns) {
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int c = 0; c < columns; c++) {
        widths[c] = Math.max(widths[c], Math.min(WIDEST, oneLine(line.get(c)).length()));
      }
    }
    return widths;
  }

  private static String line(List<String> cells, int[] widths, List<Boolean> numeric) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      String cell = oneLine(cells.get(c));
      String shown = cell.length() <= WIDEST ? cell : cell.substring(0, WIDEST - 1) + "…";
      String space = " ".repeat(widths[c] - shown.length());
      line.append(c == 0 ? "" : "  ").append(numeric.get(c) ? space + shown : shown + space);
    }
    return line.toString().stripTrailing();
  }

  private static String rule(int[] widths) {
    List<String> rules = new ArrayList<>();
    for (int width : widths) {
      rules.add("─".repeat(width));
    }
    return String.join("  ", rules);
  }

  private static String oneLine(String cell) {
    return cell.replaceAll("\\s*\\R\\s*", " ");
  }
}
