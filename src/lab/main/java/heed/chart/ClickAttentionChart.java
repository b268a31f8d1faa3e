package heed.chart;

import heed.explain.ClickAttention;
import heed.figure.Axis;
import heed.figure.Figure;
import heed.figure.Labels;
import heed.figure.Layout;
import heed.figure.Menu;
import heed.figure.Trace;
import heed.model.AttentionLayer;
import java.util.List;
import java.util.Locale;

/** What one side of a click looked at on the other: a heat map a layer, with a menu of heads. */
public final class ClickAttentionChart {

  private ClickAttentionChart() {}

  /** A figure per layer, rows looking, columns looked at. */
  public static List<Figure> of(ClickAttention attention) {
    return attention.layers().stream().map(layer -> figure(attention, layer)).toList();
  }

  private static Figure figure(ClickAttention attention, ClickAttention.Layer layer) {
    String question =
        String.format(
            Locale.ROOT,
            "User %s and %s, a chance of %.0f%%: ",
            attention.user(),
            attention.item(),
            100 * attention.chance());
    return Figure.of(List.of(heatmap(layer)), layout(layer), question + finding(layer));
  }

  private static Trace heatmap(ClickAttention.Layer layer) {
    return scale(layer)
        .colour(
            drawn(layer, layer.mean()),
            Labels.texts(layer.looking()),
            Labels.texts(layer.lookedAt()));
  }

  private static AttentionScale scale(ClickAttention.Layer layer) {
    if (layer.layer().weights() == AttentionLayer.Weights.NORMALIZED) {
      return AttentionScale.NORMALIZED;
    }
    float lowest = 0;
    for (float[][] head : layer.weights()) {
      for (float[] row : head) {
        for (float weight : row) {
          lowest = Math.min(lowest, weight);
        }
      }
    }
    return lowest < 0 ? AttentionScale.SIGNED_UNNORMALIZED : AttentionScale.UNNORMALIZED;
  }

  /** The numbers of one picture, and the range of its colours. */
  private static Trace drawn(ClickAttention.Layer layer, float[][] weights) {
    float top = 0;
    for (float[] row : weights) {
      for (float weight : row) {
        top = Math.max(top, Math.abs(weight));
      }
    }
    top = top == 0 ? 1 : top;
    return Trace.part().set("z", weights).between(scale(layer).bottom(top), top);
  }

  private static Layout layout(ClickAttention.Layer layer) {
    int height = 220 + 28 * Math.max(6, layer.looking().size());
    boolean heads = layer.weights().length > 1;
    Layout layout =
        Layout.titled(finding(layer), height, heads ? Menu.HEIGHT : 0)
            .xAxis(axis("looked at (" + scale(layer).reading() + ")", layer.lookedAt()))
            .yAxis(axis("looking", layer.looking()).reversed()); // The first on top, as one reads.
    return heads ? layout.menus(List.of(menu(layer))) : layout;
  }

  private static Axis axis(String title, List<String> names) {
    return Axis.titled(title)
        .title(title, 14)
        .ticks(Trace.positions(names.size()), Labels.onAxis(names))
        .noGrid();
  }

  private static Menu menu(ClickAttention.Layer layer) {
    Menu menu = Menu.above().entry("mean of all heads", List.of(drawn(layer, layer.mean())));
    for (int head = 0; head < layer.weights().length; head++) {
      menu.entry("head " + (head + 1), List.of(drawn(layer, layer.weights()[head])));
    }
    return menu;
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
            Locale.ROOT,
            "at %s (%s)",
            Labels.inSentence(layer.lookedAt().get(seen)),
            scale(layer).words(mean[looking][seen]));
    return layer.layer().name()
        + ": most "
        + (mean.length == 1 ? "" : "by " + Labels.inSentence(layer.looking().get(looking)) + " ")
        + at;
  }
}
