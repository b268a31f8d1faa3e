package heed.model.click;

import ai.djl.ndarray.NDManager;
import heed.clicks.ClickSchema;
import heed.model.Hyperparameters;
import heed.search.SearchSpace;
import heed.search.SearchSpace.Axis;
import heed.search.Tunable;
import java.util.List;

/**
 * The settings of a network that predicts clicks; each network has its own record.
 *
 * <p>Open, so that a network can be written outside this library. It must be a record, since runs
 * and checkpoints tell settings apart by their components and their text. What its network must
 * hold is what {@code heed.contract.training.ClickNetworkContract} asks.
 */
public interface ClickConfig extends Tunable {

  /** What the network is called in a report. */
  String name();

  /** The longest history it reads; of a longer one it reads the most recent part. */
  int maxLength();

  /** The attention that its {@link ClickLogits} hold when asked for, in order; none without any. */
  List<ClickLayer> attention();

  /**
   * {@inheritDoc}
   *
   * <p>Width and dropout where this record has them, unless a network declares others.
   */
  @Override
  default List<Axis> hyperparameters() {
    return SearchSpace.axesOf(this, Axis.choices("width", 8, 16), Hyperparameters.dropout());
  }

  /**
   * Builds the network with fresh parameters.
   *
   * @param schema the fields it reads
   * @param seed draws the initial parameters
   * @param manager gives device and memory; the network takes a part of its own
   */
  ClickNetwork create(ClickSchema schema, long seed, NDManager manager);
}
