package heed.model;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What one layer of a network's attention is called, and how its weights are to be read.
 *
 * @param name what a reader picks it by, such as "layer 1"
 * @param weights what its weights are
 */
public record AttentionLayer(String name, Weights weights) {

  /** What the weights of a query are. */
  public enum Weights {
    /** Shares of one whole: each in [0, 1], over the keys they sum to 1. */
    NORMALIZED,
    /**
     * How strongly each key counts, whatever the others do: they sum to anything and may be below
     * 0.
     */
    UNNORMALIZED
  }

  public AttentionLayer {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a layer needs a name to be picked by, found a blank one");
    }
  }

  /** Layers called "layer 1", "layer 2" and so on. */
  public static List<AttentionLayer> numbered(int layers, Weights weights) {
    return IntStream.rangeClosed(1, layers)
        .mapToObj(layer -> new AttentionLayer("layer " + layer, weights))
        .toList();
  }
}
