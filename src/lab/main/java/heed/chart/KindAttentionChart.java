package heed.chart;

import com.google.gson.Gson;
import heed.explain.KindAttention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Attention by pairs of kinds: how far it lies above or below what equal weights would give. */
public final class KindAttentionChart {

  private static final Gson GSON = new Gson();

  private static final int MOST_KINDS = 14;

  private KindAttentionChart() {}

  /** Blue where more is taken than by equal weights, orange where less; the commonest kinds. */
  public static Figure of(KindAttention attention) {
    int[] kinds =
        IntStream.range(0, attention.kinds().size())
            .boxed()
            .filter(kind -> attention.histories()[kind] > 0)
            .sorted(Comparator.comparingDouble(kind -> -attention.histories()[kind]))
            .limit(MOST_KINDS)
            .mapToInt(Integer::intValue)
            .toArray();
    String finding = attention.toString();
    String title = finding.substring(0, 1).toUpperCase(Locale.ROOT) + finding.substring(1);
    return new Figure(
        GSON.toJson(
            Map.of(
                "data",
                List.of(heatmap(attention, kinds)),
                "layout",
                layout(title, names(attention, kinds)))),
        "Attention by pairs of kinds. " + title);
  }

  private static List<String> names(KindAttention attention, int[] kinds) {
    return IntStream.of(kinds).mapToObj(attention.kinds()::get).toList();
  }

  private static Map<String, Object> heatmap(KindAttention attention, int[] kinds) {
    double[][] shares = attention.shares();
    double[][] even = attention.even();
    double top = 0;
    double[][] more = new double[kinds.length][kinds.length];
    List<List<String>> hover = new ArrayList<>();
    for (int row = 0; row < kinds.length; row++) {
      List<String> said = new ArrayList<>();
      for (int column = 0; column < kinds.length; column++) {
        double share = shares[kinds[row]][kinds[column]];
        double equal = even[kinds[row]][kinds[column]];
        more[row][column] = share - equal;
        top = Math.max(top, Math.abs(share - equal));
        said.add(
            String.format(Locale.ROOT, "%.1f%%, equal weights %.1f%%", 100 * share, 100 * equal));
      }
      hover.add(said);
    }
    List<String> names = Labels.onAxis(names(attention, kinds));
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("type", "heatmap");
    trace.put("x", names);
    trace.put("y", names);
    trace.put("z", more);
    trace.put("customdata", hover);
    trace.put("hovertemplate", "after %{y} to %{x}: <b>%{customdata}</b><extra></extra>");
    trace.put("colorscale", AttentionScale.AROUND_ZERO);
    trace.put("zmin", top == 0 ? -1 : -top);
    trace.put("zmax", top == 0 ? 1 : top);
    trace.put("xgap", 1);
    trace.put("ygap", 1);
    trace.put("colorbar", Theme.sharesBar("more"));
    return trace;
  }

  private static Map<String, Object> layout(String title, List<String> names) {
    Map<String, Object> layout = Theme.layout(title, 260 + 24 * names.size());
    Map<String, Object> seen = Theme.axis("looked at, beyond equal weights");
    seen.put("showgrid", false);
    seen.put("tickangle", -90);
    layout.put("xaxis", seen);
    Map<String, Object> looking = Theme.axis("after");
    looking.put("autorange", "reversed"); // The commonest on top.
    looking.put("showgrid", false);
    layout.put("yaxis", looking);
    return layout;
  }
}
