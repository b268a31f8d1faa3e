package heed.training;

import ai.djl.ndarray.NDManager;
import heed.file.Tensor;
import heed.layer.Parameters;
import heed.layer.Weights;
import heed.model.ModelConfig;
import heed.model.Network;
import heed.model.NetworkRecommender;
import heed.sequence.Catalogue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The weights that a training begins from. Those that belong to an item go to the item of the same
 * id; an item that is new keeps what it was drawn with; all others are taken as they are.
 *
 * @param source whose weights are taken; stays its owner's
 */
record WarmStart(NetworkRecommender source) {

  /**
   * Sets the weights of a fresh network.
   *
   * @param catalogue of the network
   * @throws IllegalArgumentException if the network is of other settings, or a weight is no number
   */
  void into(Network network, Catalogue catalogue, NDManager manager) {
    Parameters parameters = network.parameters();
    Weights learnt = Weights.of(source.network().parameters());
    Map<String, float[]> fresh = parameters.values();
    Set<String> ofItems = ofItems(network.config(), manager);
    Map<String, Tensor> begun = new LinkedHashMap<>(learnt.arrays());
    parameters
        .shapes()
        .forEach(
            (name, shape) -> {
              if (ofItems.contains(name) && learnt.arrays().containsKey(name)) {
                float[] values = fresh.get(name);
                copyRows(learnt.floats(name), shape, values, catalogue);
                begun.put(name, new Tensor.Floats(shape, values));
              }
            });
    try {
      new Weights(begun).into(parameters);
    } catch (IllegalArgumentException other) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s cannot begin from %s: %s; train with the settings that it was trained with",
              network.config().name(),
              source.name(),
              other.getMessage()),
          other);
    }
  }

  /** The parameters with one row per item: those that grow with the catalogue. */
  private static Set<String> ofItems(ModelConfig config, NDManager manager) {
    if (config.boundToCatalogue()) {
      return Set.of(); // It makes the vectors of its items from what it was told of them.
    }
    try (Network one = config.create(1, 0, manager);
        Network two = config.create(2, 0, manager)) {
      Map<String, long[]> smaller = one.parameters().shapes();
      Set<String> grown = new HashSet<>();
      two.parameters()
          .shapes()
          .forEach(
              (name, shape) -> {
                if (!Arrays.equals(shape, smaller.get(name))) {
                  grown.add(name);
                }
              });
      return grown;
    }
  }

  /** Row i is item i, and row 0 padding. */
  private void copyRows(Tensor.Floats from, long[] shape, float[] into, Catalogue catalogue) {
    int width = into.length / (catalogue.size() + 1);
    boolean rows =
        shape[0] == catalogue.size() + 1
            && from.values().length == (source.catalogue().size() + 1) * width;
    if (!rows) {
      return; // Of another width, which the shapes tell.
    }
    System.arraycopy(from.values(), 0, into, 0, width);
    for (int item = 1; item <= catalogue.size(); item++) {
      int known = source.catalogue().number(catalogue.id(item));
      if (known > 0) {
        System.arraycopy(from.values(), known * width, into, item * width, width);
      }
    }
  }
}
