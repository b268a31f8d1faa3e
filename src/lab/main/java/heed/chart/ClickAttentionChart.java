package heed.chart;

import com.google.gson.Gson;
import heed.explain.ClickAttention;
import heed.model.AttentionLayer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What one side of a click looked at on the other: a heat map a layer, with a menu of heads. */
public final class ClickAttentionChart {

  private static final Gson GSON = new Gson();

  private ClickAttentionChart() {}

  /** A figure a layer, rows looking, columns looked at. */
  public static List<Figure> of(ClickAttention attention) {
    return attention.layers().stream().map(layer -> figure(attention, layer)).toList();
  }

  private static Figure figure(ClickAttention attention, ClickAttention.Layer layer) {
    Map<String, Object> figure = new LinkedHashMap<>();
    figure.put("data", List.of(heatmap(layer)));
    figure.put("layout", layout(layer));
    String question =
        String.format(
            "User %s and %s, a chance of %.0f%%: ",
            attention.user(), attention.item(), 100 * attention.chance());
    return new Figure(GSON.toJson(figure), question + finding(layer));
  }

  private static Map<String, Object> heatmap(ClickAttention.Layer layer) {
    AttentionScale scale = scale(layer);
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("type", "heatmap");
    trace.put("x", places(layer.lookedAt()));
    trace.put("y", places(layer.looking()));
    trace.put("customdata", names(layer));
    trace.put(
        "hovertemplate",
        "<b>%{customdata[0]}</b><br>"
            + scale.hover()
            + "<br><b>%{customdata[1]}</b><extra></extra>");
    trace.put("colorscale", scale.colours());
    drawn(layer, layer.mean()).forEach(trace::put);
    trace.put("xgap", 1);
    trace.put("ygap", 1);
    trace.put(
        "colorbar",
        Map.of(
            "title", Map.of("text", scale.title()),
            "tickformat", scale.tickFormat(),
            "thickness", 14));
    return trace;
  }

  private static AttentionScale scale(ClickAttention.Layer layer) {
    if (layer.layer().weights() == AttentionLayer.Weights.SHARES) {
      return AttentionScale.SHARES;
    }
    float lowest = 0;
    for (float[][] head : layer.weights()) {
      for (float[] row : head) {
        for (float weight : row) {
          lowest = Math.min(lowest, weight);
        }
      }
    }
    return lowest < 0 ? AttentionScale.SIGNED_STRENGTHS : AttentionScale.STRENGTHS;
  }

  /** The numbers of one picture, and the range of its colours. */
  private static Map<String, Object> drawn(ClickAttention.Layer layer, float[][] weights) {
    float top = 0;
    for (float[] row : weights) {
      for (float weight : row) {
        top = Math.max(top, Math.abs(weight));
      }
    }
    top = top == 0 ? 1 : top;
    Map<String, Object> drawn = new LinkedHashMap<>();
    drawn.put("z", weights);
    drawn.put("zmin", scale(layer).bottom(top));
    drawn.put("zmax", top);
    return drawn;
  }

  private static List<Integer> places(List<String> names) {
    return IntStream.range(0, names.size()).boxed().toList();
  }

  private static List<List<List<String>>> names(ClickAttention.Layer layer) {
    List<String> lookedAt = Labels.texts(layer.lookedAt());
    return Labels.texts(layer.looking()).stream()
        .map(looks -> lookedAt.stream().map(seen -> List.of(looks, seen)).toList())
        .toList();
  }

  private static Map<String, Object> layout(ClickAttention.Layer layer) {
    int height = 220 + 28 * Math.max(6, layer.looking().size());
    boolean heads = layer.weights().length > 1;
    Map<String, Object> layout = Theme.layout(finding(layer), height, heads ? Menus.height() : 0);
    layout.put("xaxis", axis("looked at (" + scale(layer).reading() + ")", layer.lookedAt()));
    Map<String, Object> rows = axis("looking", layer.looking());
    rows.put("autorange", "reversed"); // The first place on top, as one reads.
    layout.put("yaxis", rows);
    if (heads) {
      layout.put("updatemenus", List.of(menu(layer)));
    }
    return layout;
  }

  private static Map<String, Object> axis(String title, List<String> names) {
    Map<String, Object> axis = Theme.axis(title);
    axis.put("title", Map.of("text", title, "standoff", 14));
    axis.put("tickvals", places(names));
    axis.put("ticktext", Labels.onAxis(names));
    axis.put("showgrid", false);
    return axis;
  }

  private static Map<String, Object> menu(ClickAttention.Layer layer) {
    List<Map<String, Object>> buttons = new ArrayList<>();
    buttons.add(Menus.entry("mean of all heads", List.of(drawn(layer, layer.mean()))));
    for (int head = 0; head < layer.weights().length; head++) {
      buttons.add(Menus.entry("head " + (head + 1), List.of(drawn(layer, layer.weights()[head]))));
    }
    return Menus.above(buttons);
  }

  /** What was looked at most. */
  private static String finding(ClickAttention.Layer layer) {
    float[][] mean = layer.mean();
    int looking = 0;
    int seen = 0;
    for (int query = 0; query < mean.length; query++) {
      for (int key = 0; key < mean[query].length; key++) {
        if (Math.abs(mean[query][key]) > Math.abs(mean[looking][seen])) {
          looking = query;
          seen = key;
        }
      }
    }
    String at =
        String.format(
            "at %s (%s)",
            Labels.inSentence(layer.lookedAt().get(seen)), scale(layer).words(mean[looking][seen]));
    return layer.layer().name()
        + ": most "
        + (mean.length == 1 ? "" : "by " + Labels.inSentence(layer.looking().get(looking)) + " ")
        + at;
  }
}
