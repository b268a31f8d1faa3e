package heed.chart;

import heed.figure.Theme;
import heed.figure.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The looks of several named lines: a line whose name begins with a network's has that network's
 * colour in every chart; any other takes the first colour that is free. Once all are taken they
 * come round again, dashed.
 */
final class LineStyles {

  /** Those that share a colour hardly ever meet. */
  private static final Map<String, String> NETWORKS =
      Map.of(
          "SASRec", Theme.FIRST,
          "GRU4Rec", "#D55E00",
          "BERT4Rec", "#009E73",
          "HSTU", Theme.SECOND,
          "LiGR", "#56B4E9",
          "MIND", "#56B4E9",
          "linear attention", "#CC79A7",
          "ComiRec", "#CC79A7");

  private final List<String> names;
  private final List<String> colors;

  /** The styles of lines by these names, in this order. */
  LineStyles(List<String> names) {
    this.names = List.copyOf(names);
    this.colors = new ArrayList<>(names);
    List<String> taken = new ArrayList<>();
    for (int line = 0; line < names.size(); line++) {
      Optional<String> own = own(names.get(line)).filter(color -> !taken.contains(color));
      colors.set(line, own.orElse(""));
      own.ifPresent(taken::add);
    }
    for (int line = 0; line < names.size(); line++) {
      if (colors.get(line).isEmpty()) {
        colors.set(line, free(taken));
        taken.add(colors.get(line));
      }
    }
  }

  private static Optional<String> own(String name) {
    return NETWORKS.keySet().stream().filter(name::startsWith).findFirst().map(NETWORKS::get);
  }

  private static String free(List<String> taken) {
    return Theme.SERIES.stream()
        .filter(color -> !taken.contains(color))
        .findFirst()
        .orElse(Theme.series(taken.size()));
  }

  String color(int line) {
    return colors.get(line);
  }

  /** The trace as the line of this number. */
  Trace draw(int line, Trace trace) {
    boolean again = colors.subList(0, line).contains(color(line));
    return trace.name(names.get(line)).line(color(line), 2, again ? "dash" : "solid");
  }
}
