package heed.model;

import ai.djl.ndarray.NDManager;
import heed.batch.Task;
import heed.search.SearchSpace;
import heed.search.SearchSpace.Axis;
import heed.search.Tunable;
import java.util.List;

/**
 * The settings of a network; each network has its own record.
 *
 * <p>Not sealed: a record written elsewhere, in a cell too, is trained, evaluated, explained and
 * searched like those of this package. Its components are values: what a run is told by is their
 * text, and a search puts others in their place. A stack of attention blocks is less to write as a
 * {@link TransformerConfig}.
 */
public interface ModelConfig extends Tunable {

  /** What the network is called in a report. */
  String name();

  /** What it learns to predict. */
  default Task task() {
    return new Task.NextItem();
  }

  /** The longest history it reads; of a longer one it reads the most recent part. */
  int maxLength();

  /** The attention that its {@link Encoding} holds when asked for, in order; none without any. */
  List<AttentionLayer> attentionLayers();

  /**
   * Whether each attention layer reads what the one before it wrote, beside a residual branch, and
   * its weights are shares: then they may be multiplied along the layers.
   */
  default boolean stacked() {
    return false;
  }

  /** The types of events that it tells apart in a history, such as view and purchase. */
  default List<String> eventTypes() {
    return List.of();
  }

  /** Whether its network can be made for one catalogue only, since it is told of each item. */
  default boolean boundToCatalogue() {
    return false;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Width, layers and dropout where this record has them, unless a network declares others: a
   * network whose own settings matter names them, too.
   */
  @Override
  default List<Axis> hyperparameters() {
    return SearchSpace.axesOf(
        this, Hyperparameters.width(), Hyperparameters.layers(), Hyperparameters.dropout());
  }

  /**
   * Builds the network with fresh parameters.
   *
   * @param items N, the size of the catalogue
   * @param seed draws the initial parameters
   * @param manager gives device and memory; the network takes a part of its own
   */
  Network create(int items, long seed, NDManager manager);
}
