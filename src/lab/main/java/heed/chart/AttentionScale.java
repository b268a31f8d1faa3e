package heed.chart;

import heed.explain.AttentionMap;
import heed.figure.Theme;
import heed.figure.Trace;
import heed.model.AttentionLayer.Weights;
import java.util.List;
import java.util.Locale;

/** How the weights of a map are coloured and told, so that they look like what they are. */
enum AttentionScale {
  /** Each row sums to 1: percentages, dark at 0. */
  NORMALIZED("share", ".0%", "takes <b>%{z:.1%}</b> from", "each row sums to 100%"),
  /** Rows sum to anything and none is below 0: numbers, dark at 0. */
  UNNORMALIZED("strength", ".2~g", "takes <b>%{z:.3g}</b> times", "rows sum to anything"),
  /** Some are below 0: numbers in two colours that meet at 0. */
  SIGNED_UNNORMALIZED(
      "strength",
      ".2~g",
      "takes <b>%{z:.3g}</b> times",
      "rows sum to anything; orange is below 0, blue above");

  /** So many columns leave each cell the room for its number. */
  private static final int ROOM = 12;

  private final String title;
  private final String tickFormat;
  private final String hover;
  private final String reading;

  AttentionScale(String title, String tickFormat, String hover, String reading) {
    this.title = title;
    this.tickFormat = tickFormat;
    this.hover = hover;
    this.reading = reading;
  }

  static AttentionScale of(AttentionMap map) {
    if (map.kind() == Weights.NORMALIZED) {
      return NORMALIZED;
    }
    return map.lowest() < 0 ? SIGNED_UNNORMALIZED : UNNORMALIZED;
  }

  /** How a row is to be read. */
  String reading() {
    return reading;
  }

  /**
   * A heat map of weights in these colours, with the weight in each cell where there is room.
   *
   * @param numbers its numbers and their range
   * @param looking what each row is, for Plotly
   * @param lookedAt what each column is, for Plotly
   */
  Trace colour(Trace numbers, List<String> looking, List<String> lookedAt) {
    Trace heatmap = Trace.heatmap(List.of());
    if (lookedAt.size() <= ROOM) {
      heatmap = heatmap.set("texttemplate", "%{z:" + tickFormat + "}").set("textfont.size", 10);
    }
    return heatmap
        .with(numbers)
        .x(Trace.positions(lookedAt.size()))
        .y(Trace.positions(looking.size()))
        .customdata(pairs(looking, lookedAt))
        .hover("<b>%{customdata[0]}</b><br>" + hover + "<br><b>%{customdata[1]}</b>")
        .colorscale(this == SIGNED_UNNORMALIZED ? Theme.AROUND_ZERO : "Viridis")
        .colorbar(title, tickFormat);
  }

  private static List<List<List<String>>> pairs(List<String> looking, List<String> lookedAt) {
    return looking.stream()
        .map(row -> lookedAt.stream().map(column -> List.of(row, column)).toList())
        .toList();
  }

  /** The weight at the low end of the colours, given the one at the top. */
  float bottom(float top) {
    return this == SIGNED_UNNORMALIZED ? -top : 0;
  }

  /** A weight in words. */
  String words(float weight) {
    return this == NORMALIZED
        ? String.format(Locale.ROOT, "%.0f%%", 100 * weight)
        : String.format(Locale.ROOT, "%.2g times", weight);
  }
}
