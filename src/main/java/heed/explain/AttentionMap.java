package heed.explain;

import heed.sequence.History;

/**
 * How much each event of a history took from each event, by layer and head.
 *
 * @param history the L events, oldest first
 * @param weights weights[layer][head][query][key] in [0, 1]; for each query they sum to 1 over
 *     keys, and are 0 where the key comes after the query
 */
public record AttentionMap(History history, float[][][][] weights) {

  public AttentionMap {
    weights = copy(weights);
    int length = history.length();
    for (float[][][] layer : weights) {
      for (float[][] head : layer) {
        if (head.length != length || head[0].length != length) {
          throw new IllegalArgumentException(
              String.format(
                  "attention over %d events needs %d x %d weights a head, found %d x %d",
                  length, length, length, head.length, head[0].length));
        }
      }
    }
  }

  @Override
  public float[][][][] weights() {
    return copy(weights);
  }

  public int layers() {
    return weights.length;
  }

  public int heads() {
    return weights[0].length;
  }

  /** A copy of one head's weights: query by key. */
  public float[][] head(int layer, int head) {
    return copy(weights[layer][head]);
  }

  /** The weights averaged over all heads of all layers: query by key. */
  public float[][] mean() {
    int length = history.length();
    float[][] mean = new float[length][length];
    float share = 1f / (layers() * heads());
    for (float[][][] layer : weights) {
      for (float[][] head : layer) {
        for (int query = 0; query < length; query++) {
          for (int key = 0; key < length; key++) {
            mean[query][key] += share * head[query][key];
          }
        }
      }
    }
    return mean;
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
}
