package heed.explain;

import heed.model.AttentionLayer;
import heed.model.AttentionLayer.Weights;
import java.util.List;
import java.util.Locale;

/**
 * How much each place of a history took from each, by layer and head.
 *
 * <p>What a weight says depends on the network. Shares ({@link Weights#SHARES}) are in [0, 1] and
 * for each query sum to 1 over the keys. Strengths ({@link Weights#STRENGTHS}) sum to anything and
 * may be below 0. Where the network may not look ahead, weights are 0 where the key comes after the
 * query; where it reads only a window, they are 0 outside of it too.
 *
 * @param labels what stands at each of the P positions: the titles of the events, oldest first, and
 *     behind them the question if the network is asked with one ({@link
 *     heed.batch.Task.MaskedItems})
 * @param layers first to last, at least one
 * @param weights weights[layer][head][query][key], as many heads in each layer, P x P each
 */
public record AttentionMap(
    List<String> labels, List<AttentionLayer> layers, float[][][][] weights) {

  /** How far from 1 the weights of a query may sum: rounding of float32 over long histories. */
  private static final float ROUNDING = 1e-3f;

  /** Throws {@link IllegalArgumentException} if the weights are not what the rest promises. */
  public AttentionMap {
    labels = List.copyOf(labels);
    layers = List.copyOf(layers);
    weights = copy(weights);
    requireHeads(layers, weights);
    for (int layer = 0; layer < weights.length; layer++) {
      for (float[][] head : weights[layer]) {
        requireSquare(labels.size(), head);
        requireKind(layers.get(layer), head);
      }
    }
  }

  private static void requireHeads(List<AttentionLayer> layers, float[][][][] weights) {
    if (weights.length == 0 || weights[0].length == 0) {
      throw new IllegalArgumentException(
          "an attention map needs at least one layer with one head, found none; ask a network"
              + " that attends");
    }
    if (weights.length != layers.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d layers need as many weights, found those of %d",
              layers.size(),
              weights.length));
    }
    for (float[][][] layer : weights) {
      if (layer.length != weights[0].length) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "all layers need as many heads, found %d and %d",
                weights[0].length,
                layer.length));
      }
    }
  }

  private static void requireSquare(int labels, float[][] head) {
    for (float[] row : head) {
      if (head.length != labels || row.length != labels) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "attention over %d positions needs %d x %d weights a head, found %d x %d",
                labels,
                labels,
                labels,
                head.length,
                row.length));
      }
    }
  }

  private static void requireKind(AttentionLayer layer, float[][] head) {
    for (int query = 0; query < head.length && layer.weights() == Weights.NORMALIZED; query++) {
      float sum = 0;
      for (float weight : head[query]) {
        sum += weight >= 0 ? weight : Float.NaN;
      }
      if (!(Math.abs(sum - 1) <= ROUNDING)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "shares are at least 0 and sum to 1, those of place %d in %s do not; call them"
                    + " strengths if that is meant",
                query,
                layer.name()));
      }
    }
  }

  @Override
  public float[][][][] weights() {
    return copy(weights);
  }

  /** H, the heads of each layer, at least 1. */
  public int heads() {
    return weights[0].length;
  }

  /** A copy of one head's weights: query by key. */
  public float[][] head(int layer, int head) {
    return copy(weights[layer][head]);
  }

  /**
   * The weights averaged over all heads of all layers: query by key. A mean of shares is one again;
   * strengths of opposite sign cancel, so look at single heads too.
   */
  public float[][] mean() {
    float[][] mean = new float[labels.size()][labels.size()];
    float share = 1f / (layers.size() * heads());
    for (float[][][] layer : weights) {
      for (float[][] head : layer) {
        for (int query = 0; query < mean.length; query++) {
          for (int key = 0; key < mean.length; key++) {
            mean[query][key] += share * head[query][key];
          }
        }
      }
    }
    return mean;
  }

  /** Shares if all layers have them, else strengths. */
  public Weights kind() {
    return layers.stream().allMatch(layer -> layer.weights() == Weights.NORMALIZED)
        ? Weights.NORMALIZED
        : Weights.UNNORMALIZED;
  }

  /** Whether any query took something from a key that comes after it. */
  public boolean looksAhead() {
    for (float[][][] layer : weights) {
      for (float[][] head : layer) {
        for (int query = 0; query < head.length; query++) {
          for (int key = query + 1; key < head.length; key++) {
            if (head[query][key] != 0) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  /** The smallest weight; below 0 among strengths only. */
  public float lowest() {
    float lowest = Float.POSITIVE_INFINITY;
    for (float[][][] layer : weights) {
      for (float[][] head : layer) {
        for (float[] row : head) {
          for (float weight : row) {
            lowest = Math.min(lowest, weight);
          }
        }
      }
    }
    return lowest;
  }

  private static float[][][][] copy(float[][][][] layers) {
    float[][][][] copy = new float[layers.length][][][];
    for (int layer = 0; layer < layers.length; layer++) {
      copy[layer] = new float[layers[layer].length][][];
      for (int head = 0; head < layers[layer].length; head++) {
        copy[layer][head] = copy(layers[layer][head]);
      }
    }
    return copy;
  }

  private static float[][] copy(float[][] rows) {
    float[][] copy = new float[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      copy[row] = rows[row].clone();
    }
    return copy;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "attention of %d positions in %d layers of %d heads (%s)",
        labels.size(),
        layers.size(),
        heads(),
        kind().name().toLowerCase(Locale.ROOT));
  }
}
