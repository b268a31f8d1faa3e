package heed.chart;

import heed.explain.AttentionMap;
import heed.model.AttentionLayer.Weights;
import java.util.List;
import java.util.Locale;

/** How the weights of a map are coloured and told, so that they look like what they are. */
enum AttentionScale {
  /** Each row sums to 1: percentages, dark at 0. */
  SHARES("share", ".0%", "takes <b>%{z:.1%}</b> from", "each row sums to 100%"),
  /** Rows sum to anything and none is below 0: numbers, dark at 0. */
  STRENGTHS("strength", ".2~g", "takes <b>%{z:.3g}</b> times", "rows sum to anything"),
  /** Some are below 0: numbers in two colours that meet at 0. */
  SIGNED_STRENGTHS(
      "strength",
      ".2~g",
      "takes <b>%{z:.3g}</b> times",
      "rows sum to anything; orange is below 0, blue above");

  /** From orange over a grey that shows on light and dark pages to blue. */
  static final List<List<Object>> AROUND_ZERO =
      List.of(List.of(0, Theme.SECOND), List.of(0.5, "#dddddd"), List.of(1, Theme.FIRST));

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
    if (map.kind() == Weights.SHARES) {
      return SHARES;
    }
    return map.lowest() < 0 ? SIGNED_STRENGTHS : STRENGTHS;
  }

  /** What a weight is called. */
  String title() {
    return title;
  }

  String tickFormat() {
    return tickFormat;
  }

  /** What stands between the two places when a weight is pointed at. */
  String hover() {
    return hover;
  }

  /** How a row is to be read. */
  String reading() {
    return reading;
  }

  /** A Plotly colour scale. */
  Object colours() {
    return this == SIGNED_STRENGTHS ? AROUND_ZERO : "Viridis";
  }

  /** The weight at the low end of the colours, given the one at the top. */
  float bottom(float top) {
    return this == SIGNED_STRENGTHS ? -top : 0;
  }

  /** A weight in words. */
  String words(float weight) {
    return this == SHARES
        ? String.format(Locale.ROOT, "%.0f%%", 100 * weight)
        : String.format(Locale.ROOT, "%.2g times", weight);
  }
}
