package heed.model;

import ai.djl.ndarray.NDManager;
import heed.batch.Task;
import heed.model.interest.InterestConfig;
import heed.model.interest.InterestContentConfig;
import heed.model.sequential.Bert4RecConfig;
import heed.model.sequential.EncodeAttendDecodeConfig;
import heed.model.sequential.Gru4RecConfig;
import heed.model.sequential.HierarchicalConfig;
import heed.model.sequential.HstuConfig;
import heed.model.sequential.LigrConfig;
import heed.model.sequential.LinearRecConfig;
import heed.model.sequential.MemoryRecConfig;
import heed.model.sequential.SasrecConfig;
import heed.search.SearchSpace;
import heed.search.SearchSpace.Axis;
import heed.search.Tunable;
import java.util.List;

/** The settings of a network; each network has its own record. */
public sealed interface ModelConfig extends Tunable
    permits SasrecConfig,
        Gru4RecConfig,
        LigrConfig,
        Bert4RecConfig,
        HstuConfig,
        LinearRecConfig,
        EncodeAttendDecodeConfig,
        HierarchicalConfig,
        MemoryRecConfig,
        InterestContentConfig,
        InterestConfig {

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
