package heed.chart;

import com.google.gson.Gson;
import heed.explain.InterestDrift;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Interests over time as a ribbon: a band an interest, as wide as it weighs after each event. */
public final class InterestDriftChart {

  private static final Gson GSON = new Gson();

  private InterestDriftChart() {}

  /** Events from left to right; all bands together are always as wide. */
  public static Figure of(InterestDrift drift) {
    List<Map<String, Object>> bands =
        IntStream.range(0, drift.likest().size()).mapToObj(i -> band(drift, i)).toList();
    String finding = finding(drift);
    Map<String, Object> figure = Map.of("data", bands, "layout", layout(drift, finding));
    return new Figure(GSON.toJson(figure), "Interests over time. " + finding);
  }

  private static Map<String, Object> band(InterestDrift drift, int interest) {
    String colour = Theme.SERIES.get(interest % Theme.SERIES.size());
    List<Double> weights = new ArrayList<>();
    for (float[] row : drift.weights()) {
      weights.add((double) row[interest]);
    }
    List<Integer> events = IntStream.range(0, weights.size()).boxed().toList();
    Map<String, Object> band = Lines.line(events, weights, Map.of("color", colour, "width", 1));
    band.put("stackgroup", "interests");
    band.put("name", "interest " + (interest + 1));
    band.put("customdata", Labels.texts(drift.history().titles()));
    band.put(
        "hovertemplate",
        "<b>%{y:.1%}</b> after %{customdata}<extra>interest " + (interest + 1) + "</extra>");
    return band;
  }

  private static Map<String, Object> layout(InterestDrift drift, String finding) {
    Map<String, Object> layout = Theme.layout(finding, 430, Menus.height()); // For the legend.
    LongHistory clicks = LongHistory.latest(drift.history().titles());
    Map<String, Object> events = Theme.axis("");
    events.putAll(clicks.ticks(clicks.drawn().get(clicks.drawn().size() - 1)));
    events.put("tickangle", -90);
    events.put("showgrid", false);
    layout.put("xaxis", events);
    Map<String, Object> weights = Lines.shares("weight");
    weights.put("range", List.of(0, 1));
    layout.put("yaxis", weights);
    layout.put("legend", Map.of("orientation", "h", "y", 1.02, "yanchor", "bottom", "x", 0));
    layout.put("hovermode", "closest");
    return layout;
  }

  /** Which interest weighs most at first and at last, and what that recommends. */
  private static String finding(InterestDrift drift) {
    float[][] weights = drift.weights();
    int first = heaviest(weights[0]);
    int last = heaviest(weights[weights.length - 1]);
    return String.format(
        Locale.ROOT,
        "Interest %d weighs most at first (%.0f%%), interest %d at last (%.0f%%): it would"
            + " recommend %s",
        first + 1,
        100 * weights[0][first],
        last + 1,
        100 * weights[weights.length - 1][last],
        Labels.inSentence(drift.likest().get(last)));
  }

  private static int heaviest(float[] row) {
    int best = 0;
    for (int i = 1; i < row.length; i++) {
      best = row[i] > row[best] ? i : best;
    }
    return best;
  }
}
