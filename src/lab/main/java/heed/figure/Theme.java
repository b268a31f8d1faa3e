package heed.figure;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The colors that all figures share: readable on a light and on a dark page, and by the
 * colour-blind.
 */
public final class Theme {

  /** Okabe and Ito's blue and orange, told apart under every common colour blindness. */
  public static final String FIRST = "#0072B2";

  public static final String SECOND = "#E69F00";

  /** {@link #SECOND} for words: with that they would be too pale on white. */
  public static final String SECOND_WORDS = "#A06800";

  /**
   * Okabe and Ito's colours in an order in which neighbours differ most, for lines that a legend
   * names; without black and yellow, which one of the two backgrounds swallows.
   */
  public static final List<String> SERIES =
      List.of(FIRST, "#56B4E9", "#009E73", "#CC79A7", "#D55E00", SECOND);

  /** From orange over a grey that shows on light and dark pages to blue, around 0. */
  public static final List<List<Object>> AROUND_ZERO =
      List.of(List.of(0, SECOND), List.of(0.5, "#dddddd"), List.of(1, FIRST));

  /**
   * Grey with a contrast of 4.6 on white. No grey has 4.5 on white and on black; on a dark page the
   * style of JupyterLab and of {@link Document} shows words of this colour lighter, and a picture
   * has 4.1.
   */
  public static final String TEXT = "#757575";

  /** A grey that lies behind what is drawn and still shows on both backgrounds. */
  public static final String BEHIND = "rgba(128,128,128,0.45)";

  /** What lies behind everything: the page. */
  public static final String NONE = "rgba(0,0,0,0)";

  static final String GRID = "rgba(128,128,128,0.25)";

  /** What a figure looks like where its layout does not say: ours, on any page. */
  static final JsonObject TEMPLATE =
      JsonParser.parseString(
              String.format(
                  Locale.ROOT,
                  """
                  {"layout": {"paper_bgcolor": "%1$s", "plot_bgcolor": "%1$s",
                    "font": {"color": "%2$s"}, "colorway": [%5$s],
                    "xaxis": {"gridcolor": "%3$s", "zerolinecolor": "%4$s", "automargin": true},
                    "yaxis": {"gridcolor": "%3$s", "zerolinecolor": "%4$s", "automargin": true},
                    "polar": {"bgcolor": "%1$s", "angularaxis": {"gridcolor": "%3$s"},
                      "radialaxis": {"gridcolor": "%3$s"}},
                    "scene": {"xaxis": {"backgroundcolor": "%1$s", "gridcolor": "%4$s"},
                      "yaxis": {"backgroundcolor": "%1$s", "gridcolor": "%4$s"},
                      "zaxis": {"backgroundcolor": "%1$s", "gridcolor": "%4$s"}}}}
                  """,
                  NONE,
                  TEXT,
                  GRID,
                  BEHIND,
                  SERIES.stream().map(color -> '"' + color + '"').collect(Collectors.joining(","))))
          .getAsJsonObject();

  private Theme() {}

  /** The color of one of several lines; after all of them they come round again. */
  public static String series(int number) {
    return SERIES.get(number % SERIES.size());
  }
}
